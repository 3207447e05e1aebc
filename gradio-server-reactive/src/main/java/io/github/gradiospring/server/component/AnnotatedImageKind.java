package io.github.gradiospring.server.component;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.gradiospring.server.annotation.ImageAnnotations;
import org.jspecify.annotations.Nullable;

/**
 * Images with labelled regions: {@link AnnotatedImage}.
 */
final class AnnotatedImageKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		boolean fits = value.type().toClass() == AnnotatedImage.class;
		if (!Hints.accept(value, fits, "an AnnotatedImage", ImageAnnotations.class)) {
			return null;
		}
		FileForm form = FileForm.ofArgument(value, value.type(), FileForm.DEFAULT_MAX_PIXELS);
		ImageAnnotations hint = value.annotation(ImageAnnotations.class);
		Map<String, Integer> colors = colors(value, hint);
		ComponentDescription.Builder image = ComponentDescription.builder("annotatedimage").label(value.label());
		if (hint != null) {
			Map<String, String> names = new LinkedHashMap<>();
			for (ImageAnnotations.LabelColor color : hint.colors()) {
				names.put(color.label(), color.color());
			}
			image.prop("show_legend", hint.showLegend())
				.prop("height", (hint.height() > 0) ? hint.height() : null)
				.prop("color_map", names.isEmpty() ? null : names);
		}
		return new AnnotatedImageBinding(new FileBinding(image.build(), form, FileTypes.ANY, "image.png"), colors);
	}

	private static Map<String, Integer> colors(ValueDescriptor value, @Nullable ImageAnnotations hint) {
		Map<String, Integer> colors = new LinkedHashMap<>();
		if (hint != null) {
			for (ImageAnnotations.LabelColor color : hint.colors()) {
				if (!color.color().matches("#[0-9a-fA-F]{6}")) {
					throw new IllegalArgumentException("'" + value.name() + "' has the colour '" + color.color()
							+ "' for '" + color.label() + "', which is not of the form #rrggbb.");
				}
				colors.put(color.label(), Integer.parseInt(color.color().substring(1), 16));
			}
		}
		return colors;
	}

}
