package io.github.gradiospring.server.component;

import java.util.Locale;

import io.github.gradiospring.server.annotation.Code;
import io.github.gradiospring.server.annotation.Html;
import io.github.gradiospring.server.annotation.Markdown;
import io.github.gradiospring.server.annotation.Textbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Text: {@code String}, {@code CharSequence} and {@code char}, in a Textbox, or with a
 * hint in a Code, Markdown or HTML component.
 */
final class TextKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Class<?> type = value.type().toClass();
		boolean character = type == char.class || type == Character.class;
		boolean fits = character || type == String.class || type == CharSequence.class;
		if (!Hints.accept(value, fits, "a String, a CharSequence or a char", Textbox.class, Code.class, Markdown.class,
				Html.class)) {
			return null;
		}
		return new Binding(describe(value), character);
	}

	private static ComponentDescription describe(ValueDescriptor value) {
		Code code = value.annotation(Code.class);
		if (code != null) {
			return ComponentDescription.builder("code")
				.label(value.label())
				.prop("language", code.language().isEmpty() ? null : code.language())
				.prop("lines", code.lines())
				.build();
		}
		if (value.annotation(Markdown.class) != null) {
			return ComponentDescription.builder("markdown").label(value.label()).build();
		}
		if (value.annotation(Html.class) != null) {
			return ComponentDescription.builder("html").label(value.label()).build();
		}
		ComponentDescription.Builder textbox = ComponentDescription.builder("textbox").label(value.label());
		Textbox hint = value.annotation(Textbox.class);
		if (hint != null) {
			textbox.prop("type", hint.type().name().toLowerCase(Locale.ROOT))
				.prop("lines", hint.lines())
				.prop("max_lines", (hint.maxLines() > 0) ? hint.maxLines() : null)
				.prop("max_length", (hint.maxLength() > 0) ? hint.maxLength() : null)
				.prop("placeholder", hint.placeholder().isEmpty() ? null : hint.placeholder());
		}
		return textbox.build();
	}

	private record Binding(ComponentDescription component, boolean character) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!WireValues.isScalar(value)) {
				throw WireValues.unexpected("a text", value);
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			JsonNode value = JsonNodeFactory.instance.stringNode(text);
			toJava(value);
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return toJava(value);
		}

		private Object toJava(JsonNode value) {
			String text = PythonText.str(value);
			if (!this.character) {
				return text;
			}
			if (text.length() != 1) {
				throw new InvalidValueException("Expected a single character, got " + text.length() + ".");
			}
			return text.charAt(0);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return JsonNodeFactory.instance.stringNode(value.toString());
		}

	}

}
