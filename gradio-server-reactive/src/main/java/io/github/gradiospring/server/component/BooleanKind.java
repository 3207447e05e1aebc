package io.github.gradiospring.server.component;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Booleans, in a Checkbox. As in Gradio, the box starts empty, which callers may then
 * leave out, unless the value is nullable or has a default.
 */
final class BooleanKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Class<?> type = value.type().toClass();
		if (!Hints.accept(value, type == boolean.class || type == Boolean.class, "a boolean")) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("checkbox")
			.label(value.label())
			.prop("value", value.nullable() ? null : false)
			.build();
		return new Binding(component);
	}

	private record Binding(ComponentDescription component) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isBoolean()) {
				throw WireValues.unexpected("a boolean", value);
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			return switch (text) {
				case "true" -> JsonNodeFactory.instance.booleanNode(true);
				case "false" -> JsonNodeFactory.instance.booleanNode(false);
				default -> throw new IllegalArgumentException("'" + text + "' is neither 'true' nor 'false'.");
			};
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return value.booleanValue();
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return JsonNodeFactory.instance.booleanNode((Boolean) value);
		}

	}

}
