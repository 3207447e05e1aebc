package io.github.gradiospring.server.component;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * All kinds of values. The first kind that takes a declared value binds it: those of the
 * application in their order, then the built-in ones.
 */
public final class ComponentKinds {

	private final List<ComponentKind> kinds;

	/**
	 * Creates the kinds.
	 * @param mapper converts everything that is JSON, and names the constants of enums
	 * @param applicationKinds the kinds of the application, in order
	 */
	public ComponentKinds(JsonMapper mapper, List<? extends ComponentKind> applicationKinds) {
		List<ComponentKind> all = new ArrayList<>(applicationKinds);
		all.add(new TextKind());
		all.add(new LayoutKind());
		all.add(new NumberKind());
		all.add(new BooleanKind());
		all.add(new ChoiceKind(mapper));
		all.add(new MultiChoiceKind(mapper));
		all.add(new DateTimeKind(Clock.systemUTC()));
		all.add(new ColorKind());
		all.add(new LabelKind(mapper));
		all.add(new HighlightedTextKind());
		all.add(new ChatKind());
		all.add(new DialogueKind());
		all.add(new ParamViewerKind());
		all.add(new TimerKind());
		all.add(new BrowserStateKind(mapper));
		all.add(new PlotKind());
		all.add(new NativePlotKind(mapper));
		all.add(new GalleryKind());
		all.add(new MultimodalKind());
		all.add(new EditorKind());
		all.add(new ImageSliderKind());
		all.add(new AnnotatedImageKind());
		all.add(new ImageKind());
		all.add(new AudioKind());
		all.add(new VideoKind());
		all.add(new Model3dKind());
		all.add(new FileButtonKind());
		all.add(new FileExplorerKind());
		all.add(new FileKind());
		all.add(new TableKind(mapper));
		all.add(new JsonKind(mapper));
		this.kinds = List.copyOf(all);
	}

	/**
	 * Binds a declared value to its Gradio component. The declared default becomes the
	 * component's initial value, the property {@code value}.
	 * @param value the declared value
	 * @return the binding
	 * @throws UnmappedTypeException when no kind takes the value's type
	 * @throws IllegalArgumentException when the declaration contradicts itself or its
	 * default is wrong; the message says what to change
	 */
	public ComponentBinding bind(ValueDescriptor value) {
		for (ComponentKind kind : this.kinds) {
			ComponentBinding binding = kind.bind(value);
			if (binding != null) {
				return (value.defaultValue() != null) ? withDefault(binding, value.name(), value.defaultValue())
						: binding;
			}
		}
		Class<? extends Annotation> hint = Hints.find(value);
		if (hint != null) {
			throw new IllegalArgumentException("'" + value.name() + "' has the type '" + value.type() + "' and "
					+ Hints.name(hint)
					+ ", which no ComponentKind takes. Remove the annotation, or register a ComponentKind bean.");
		}
		throw new UnmappedTypeException(value.name(), value.type());
	}

	private static ComponentBinding withDefault(ComponentBinding binding, String name, String text) {
		try {
			ComponentDescription component = binding.component().withProp("value", binding.parseDefault(text));
			return new RedescribedBinding(binding, component, binding.opaque());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The default of '" + name + "' is wrong: " + ex.getMessage(), ex);
		}
	}

}
