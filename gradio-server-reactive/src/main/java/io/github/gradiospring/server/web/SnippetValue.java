package io.github.gradiospring.server.web;

import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.protocol.info.ParameterInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The value that a snippet passes for a parameter, written as a literal of a language.
 */
final class SnippetValue {

	private SnippetValue() {
	}

	/** The default if there is one, else the example. */
	static @Nullable JsonNode of(ParameterInfo parameter) {
		return parameter.parameterHasDefault() ? parameter.parameterDefault() : parameter.exampleInput();
	}

	static boolean hasFile(ParameterInfo parameter) {
		return hasFile(parameter.exampleInput());
	}

	private static boolean hasFile(@Nullable JsonNode value) {
		if (value == null) {
			return false;
		}
		return isFile(value) || value.values().stream().anyMatch(SnippetValue::hasFile);
	}

	static boolean isFile(JsonNode value) {
		return FileData.isFileData(value);
	}

	/** Where a file of an example can be found. */
	static String urlOf(JsonNode file) {
		return file.path("url").asString(file.path("path").asString(""));
	}

	/**
	 * Writes a value.
	 * @param parameter the parameter
	 * @param language the language
	 * @return the literal
	 */
	static String literal(ParameterInfo parameter, Language language) {
		JsonNode value = of(parameter);
		if (value == null || value.isNull()) {
			return language.nothing();
		}
		boolean text = parameter.pythonType().type().equals("str")
				|| parameter.pythonType().type().startsWith("Literal[");
		if (value.isString() && !text) {
			// A placeholder rather than a text
			return value.stringValue().isEmpty() ? language.nothing() : value.stringValue();
		}
		return literal(value, language);
	}

	private static String literal(JsonNode value, Language language) {
		if (isFile(value)) {
			return language.file().apply(value);
		}
		if (value.isNull()) {
			return language.nothing();
		}
		if (value.isBoolean()) {
			return value.booleanValue() ? language.yes() : language.no();
		}
		if (value.isArray()) {
			return value.values()
				.stream()
				.map((element) -> literal(element, language))
				.collect(Collectors.joining(", ", "[", "]"));
		}
		if (value.isObject()) {
			return value.properties()
				.stream()
				.map((entry) -> json(entry.getKey()) + ": " + literal(entry.getValue(), language))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		return json(value);
	}

	static String json(Object value) {
		return GradioProtocol.jsonMapper().writeValueAsString(value);
	}

	/**
	 * What differs between languages.
	 *
	 * @param nothing the literal for no value
	 * @param yes the literal for true
	 * @param no the literal for false
	 * @param file writes a file
	 */
	record Language(String nothing, String yes, String no, Function<JsonNode, String> file) {
	}

}
