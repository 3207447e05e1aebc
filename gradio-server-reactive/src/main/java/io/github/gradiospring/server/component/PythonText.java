package io.github.gradiospring.server.component;

import java.util.StringJoiner;

import tools.jackson.databind.JsonNode;

/**
 * Writes values as Python does. Gradio's errors show values this way, and its Textbox
 * turns numbers and booleans into text this way.
 */
final class PythonText {

	private static final int MAX_LENGTH = 200;

	private PythonText() {
	}

	/**
	 * The text of a value, as {@code str()} in Python.
	 * @param value the value
	 * @return the text
	 */
	static String str(JsonNode value) {
		return value.isString() ? value.stringValue() : repr(value);
	}

	/**
	 * The notation of a value in Python source, as {@code repr()} in Python.
	 * @param value the value
	 * @return the notation
	 */
	static String repr(JsonNode value) {
		return switch (value.getNodeType()) {
			case STRING -> quote(value.stringValue());
			case BOOLEAN -> value.booleanValue() ? "True" : "False";
			case NULL, MISSING -> "None";
			case ARRAY -> {
				StringJoiner items = new StringJoiner(", ", "[", "]");
				value.forEach((item) -> items.add(repr(item)));
				yield items.toString();
			}
			case OBJECT -> {
				StringJoiner entries = new StringJoiner(", ", "{", "}");
				value.forEachEntry((key, item) -> entries.add(quote(key) + ": " + repr(item)));
				yield entries.toString();
			}
			default -> value.asString();
		};
	}

	/**
	 * The notation of a value's type in Python.
	 * @param value the value
	 * @return such as {@code <class 'str'>}
	 */
	static String type(JsonNode value) {
		String name = switch (value.getNodeType()) {
			case BOOLEAN -> "bool";
			case NUMBER -> value.isIntegralNumber() ? "int" : "float";
			case ARRAY -> "list";
			case OBJECT -> "dict";
			case NULL, MISSING -> "NoneType";
			default -> "str";
		};
		return "<class '" + name + "'>";
	}

	/**
	 * Keeps an error short that shows what a caller sent.
	 * @param text the text
	 * @return the text, or its beginning
	 */
	static String abbreviate(String text) {
		return (text.length() <= MAX_LENGTH) ? text : text.substring(0, MAX_LENGTH) + "...";
	}

	private static String quote(String text) {
		char quote = (text.indexOf('\'') >= 0 && text.indexOf('"') < 0) ? '"' : '\'';
		StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
		text.codePoints().forEach((ch) -> {
			switch (ch) {
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> {
					if (ch == quote) {
						quoted.append('\\').append(quote);
					}
					else if (Character.isISOControl(ch)) {
						quoted.append(String.format("\\x%02x", ch));
					}
					else {
						quoted.appendCodePoint(ch);
					}
				}
			}
		});
		return quoted.append(quote).toString();
	}

}
