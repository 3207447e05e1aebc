package io.github.gradiospring.server.component;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Bindings that do not come from a {@link ComponentKind}.
 */
public final class ComponentBindings {

	private static final ComponentBinding STATE = new StateBinding(
			ComponentDescription.builder("state").skipApi().build());

	private ComponentBindings() {
	}

	/**
	 * The place of a session's value among the inputs and outputs. The value itself stays
	 * on the server, so the wire has {@code null} both ways, and what a caller sends is
	 * ignored.
	 * @return the binding
	 */
	public static ComponentBinding state() {
		return STATE;
	}

	/**
	 * Describes a binding as a server without a page does, where every component has the
	 * type {@code api} and a schema from the Java type. Streamed values are sent as edits
	 * there, those of JSON too.
	 * @param binding the binding
	 * @param value the declared value
	 * @param position the position among the inputs or outputs, from 0
	 * @return a binding that converts as the given one
	 */
	public static ComponentBinding asApi(ComponentBinding binding, ValueDescriptor value, int position) {
		String text = value.defaultValue();
		JsonNode initial = (text != null) ? binding.parseDefault(text) : null;
		return new RedescribedBinding(binding, describe(value, position, initial), false);
	}

	private static ComponentDescription describe(ValueDescriptor value, int position, @Nullable JsonNode initial) {
		ApiType type = ApiType.of(value);
		return ComponentDescription.builder("api")
			.prop("value", (initial == null || initial.isNull()) ? null : initial)
			.prop("_api_info", type.schema())
			.label(ordinal(position + 1))
			.prop("_selectable", false)
			.schema(type.schema(), type.python())
			.exampleInput((initial == null || initial.isNull()) ? "..." : initial)
			.build();
	}

	private static String ordinal(int number) {
		boolean teen = number % 100 >= 11 && number % 100 <= 13;
		return number + (teen ? "th" : switch (number % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		});
	}

	private record StateBinding(ComponentDescription component) implements ComponentBinding {

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			return JsonNodeFactory.instance.nullNode();
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return JsonNodeFactory.instance.nullNode();
		}

	}

}
