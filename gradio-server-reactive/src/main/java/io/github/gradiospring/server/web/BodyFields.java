package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.web.InvalidBodyException.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the fields of a JSON object and collects what is wrong with them. Numbers and
 * booleans may come as text, as Gradio takes them.
 */
final class BodyFields {

	/** What is sent back of a value that is wrong. */
	private static final int EXCERPT = 2048;

	private final JsonNode body;

	private final List<Problem> problems = new ArrayList<>();

	/**
	 * Starts with a body.
	 * @param body the body
	 * @throws InvalidBodyException when it is no object
	 */
	BodyFields(JsonNode body) {
		if (!body.isObject()) {
			throw notAnObject(body);
		}
		this.body = body;
	}

	static InvalidBodyException notAnObject(JsonNode body) {
		return new InvalidBodyException(new Problem("model_attributes_type", List.of("body"),
				"Input should be a valid dictionary or object to extract fields from", excerpt(body), null));
	}

	@Nullable String text(String name, int maxLength) {
		JsonNode value = this.body.get(name);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			add("string_type", name, "Input should be a valid string", value);
			return null;
		}
		String text = value.stringValue();
		if (text.length() > maxLength) {
			add("string_too_long", name, "String should have at most %d characters".formatted(maxLength), value);
		}
		return text;
	}

	String requiredText(String name, int maxLength) {
		require(name);
		String text = text(name, maxLength);
		if (this.body.path(name).isNull()) {
			add("string_type", name, "Input should be a valid string", this.body.path(name));
		}
		return (text != null) ? text : "";
	}

	@Nullable Integer integer(String name) {
		JsonNode value = this.body.get(name);
		if (value == null || value.isNull()) {
			return null;
		}
		if (value.isNumber() && value.canConvertToInt() && value.canConvertToExactIntegral()) {
			return value.intValue();
		}
		if (value.isString()) {
			try {
				return Integer.valueOf(value.stringValue().strip());
			}
			catch (NumberFormatException ex) {
				add("int_parsing", name, "Input should be a valid integer, unable to parse string as an integer",
						value);
				return null;
			}
		}
		add("int_type", name, "Input should be a valid integer", value);
		return null;
	}

	int requiredInteger(String name) {
		require(name);
		Integer integer = integer(name);
		if (this.body.path(name).isNull()) {
			add("int_type", name, "Input should be a valid integer", this.body.path(name));
		}
		return (integer != null) ? integer : -1;
	}

	boolean flag(String name) {
		JsonNode value = this.body.get(name);
		if (value == null || value.isNull()) {
			return false;
		}
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		add("bool_type", name, "Input should be a valid boolean", value);
		return false;
	}

	List<JsonNode> requiredList(String name) {
		require(name);
		JsonNode value = this.body.get(name);
		if (value == null) {
			return List.of();
		}
		if (!value.isArray()) {
			add("list_type", name, "Input should be a valid list", value);
			return List.of();
		}
		return List.copyOf(value.values());
	}

	/**
	 * Ends the reading.
	 * @throws InvalidBodyException when something was wrong
	 */
	void verify() {
		if (!this.problems.isEmpty()) {
			throw new InvalidBodyException(this.problems);
		}
	}

	private void require(String name) {
		if (!this.body.has(name)) {
			this.problems.add(Problem.missing(List.of("body", name), excerpt(this.body)));
		}
	}

	private void add(String type, String name, String message, JsonNode input) {
		this.problems.add(new Problem(type, List.of("body", name), message, excerpt(input), null));
	}

	private static JsonNode excerpt(JsonNode input) {
		return (input.toString().length() <= EXCERPT) ? input : JsonNodeFactory.instance.stringNode("...");
	}

	static String excerpt(byte[] body) {
		return new String(body, 0, Math.min(body.length, EXCERPT), StandardCharsets.UTF_8);
	}

}
