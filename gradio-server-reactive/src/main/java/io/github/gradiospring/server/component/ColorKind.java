package io.github.gradiospring.server.component;

import java.awt.Color;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gradiospring.server.annotation.ColorPicker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Colours: {@code java.awt.Color}, or with {@link ColorPicker} a {@code String}, which
 * passes as it comes.
 */
final class ColorKind implements ComponentKind {

	// by name: a runtime image may lack java.desktop
	private static final String COLOR = "java.awt.Color";

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Class<?> type = value.type().toClass();
		boolean color = type.getName().equals(COLOR);
		boolean text = type == String.class && value.annotation(ColorPicker.class) != null;
		if (!Hints.accept(value, color || text, "a String or a java.awt.Color", ColorPicker.class)) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("colorpicker").label(value.label()).build();
		return color ? new ColorBinding(component) : new TextBinding(component);
	}

	private record TextBinding(ComponentDescription component) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isString()) {
				throw WireValues.unexpected("a colour such as #ff0000", value);
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			return JsonNodeFactory.instance.stringNode(text);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return value.stringValue();
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return JsonNodeFactory.instance.stringNode(value.toString());
		}

	}

	private record ColorBinding(ComponentDescription component) implements ComponentBinding {

		private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");

		// what the picker of the frontend sends
		private static final Pattern RGB = Pattern
			.compile("rgba?\\(\\s*(\\d{1,3})(?:\\.\\d+)?\\s*,\\s*(\\d{1,3})(?:\\.\\d+)?\\s*,\\s*(\\d{1,3})(?:\\.\\d+)?"
					+ "\\s*(?:,\\s*([01](?:\\.\\d+)?)\\s*)?\\)");

		@Override
		public void check(JsonNode value) {
			if (!value.isString()) {
				throw WireValues.unexpected("a colour such as #ff0000", value);
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			parse(text);
			return JsonNodeFactory.instance.stringNode(text);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return parse(value.stringValue());
		}

		private static Color parse(String text) {
			Matcher hex = HEX.matcher(text);
			if (hex.matches()) {
				return hex(hex.group(1));
			}
			Matcher rgb = RGB.matcher(text);
			if (rgb.matches()) {
				float alpha = (rgb.group(4) != null) ? Math.min(1, Float.parseFloat(rgb.group(4))) : 1;
				return new Color(channel(rgb.group(1)), channel(rgb.group(2)), channel(rgb.group(3)),
						Math.round(alpha * 255));
			}
			throw new InvalidValueException(
					"'" + PythonText.abbreviate(text) + "' is not a colour. Write it as #rrggbb.");
		}

		private static Color hex(String digits) {
			String wide = (digits.length() == 3) ? digits.replaceAll("(.)", "$1$1") : digits;
			int alpha = (wide.length() == 8) ? Integer.parseInt(wide.substring(6), 16) : 255;
			return new Color((alpha << 24) | Integer.parseInt(wide.substring(0, 6), 16), true);
		}

		private static int channel(String text) {
			return Math.min(255, Integer.parseInt(text));
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			Color color = (Color) value;
			String text = String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
			return JsonNodeFactory.instance.stringNode(
					(color.getAlpha() == 255) ? text : text + String.format(Locale.ROOT, "%02x", color.getAlpha()));
		}

	}

}
