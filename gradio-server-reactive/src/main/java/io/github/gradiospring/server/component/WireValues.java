package io.github.gradiospring.server.component;

import java.math.BigDecimal;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Small questions about values of the wire that several kinds ask.
 */
final class WireValues {

	private WireValues() {
	}

	/**
	 * Names the JSON type of a value for callers.
	 * @param value the value
	 * @return a noun with its article
	 */
	static String describe(JsonNode value) {
		return switch (value.getNodeType()) {
			case STRING, BINARY -> "a text";
			case NUMBER -> "a number";
			case BOOLEAN -> "a boolean";
			case ARRAY -> "a list";
			case OBJECT, POJO -> "an object";
			case NULL, MISSING -> "nothing";
		};
	}

	/**
	 * Makes the error for a value of the wrong JSON type.
	 * @param expected a noun with its article
	 * @param value what came instead
	 * @return the exception
	 */
	static InvalidValueException unexpected(String expected, JsonNode value) {
		return new InvalidValueException("Expected " + expected + ", got " + describe(value) + ".");
	}

	/**
	 * Whether a value is a text, a number or a boolean.
	 * @param value the value
	 * @return whether it is neither null nor a container
	 */
	static boolean isScalar(JsonNode value) {
		return value.isValueNode() && !value.isNull();
	}

	static JsonNode parseJson(String text) {
		JsonNode value;
		try {
			value = GradioProtocol.jsonMapper().readTree(text);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("'" + text + "' is not JSON.", ex);
		}
		if (value.isMissingNode()) {
			throw new IllegalArgumentException("An empty text is not JSON.");
		}
		return value;
	}

	/**
	 * Makes a number of the wire that has no decimals when it needs none, so that a bound
	 * of {@code 10.0} reads {@code 10} as in Gradio.
	 * @param number the number, {@code null} for none
	 * @return the node
	 */
	static @Nullable JsonNode number(@Nullable BigDecimal number) {
		if (number == null) {
			return null;
		}
		if (number.stripTrailingZeros().scale() > 0) {
			return JsonNodeFactory.instance.numberNode(number.doubleValue());
		}
		if (number.precision() - number.scale() <= 9) {
			return JsonNodeFactory.instance.numberNode(number.intValueExact());
		}
		return JsonNodeFactory.instance.numberNode(number.toBigIntegerExact());
	}

}
