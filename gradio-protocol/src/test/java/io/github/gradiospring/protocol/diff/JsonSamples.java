package io.github.gradiospring.protocol.diff;

import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random values that are awkward for diffs: few distinct keys and elements, so that parts
 * coincide, and keys and texts that trip naive code. The same seed gives the same values.
 */
public final class JsonSamples {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String[] KEYS = { "", "a", "b", "0", "1", "-1", "key with space", "é", "😀", "__proto__",
			"length", "constructor", "quote\"slash\\" };

	private static final String[] TEXTS = { "", "a", "ab", "abc", "b", "0", "1", "true", "null", "é", "😀", "😀😀",
			"line\nbreak", "\u2028", "\u0000", "日本" };

	private static final double[] FRACTIONS = { 0.5, -0.25, 1.0, 0.0, 1e-7, 1e20 };

	private final Random random;

	public JsonSamples(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * A value with some depth.
	 */
	public JsonNode value(int depth) {
		int kind = this.random.nextInt((depth > 0) ? 10 : 6);
		return switch (kind) {
			case 0 -> NODES.nullNode();
			case 1 -> NODES.booleanNode(this.random.nextBoolean());
			case 2 -> NODES.numberNode(this.random.nextInt(4) - 1);
			case 3 -> NODES.numberNode(FRACTIONS[this.random.nextInt(FRACTIONS.length)]);
			case 4, 5 -> NODES.stringNode(text());
			case 6, 7 -> array(depth);
			default -> object(depth);
		};
	}

	/**
	 * A value that has much in common with another one.
	 */
	public JsonNode mutate(JsonNode value) {
		int dice = this.random.nextInt(10);
		if (dice == 0) {
			return value(2);
		}
		if (value instanceof ArrayNode array) {
			return mutateArray(array);
		}
		if (value instanceof ObjectNode object) {
			return mutateObject(object);
		}
		if (value.isString() && dice < 6) {
			return NODES.stringNode(value.stringValue() + text());
		}
		return (dice < 8) ? value : value(1);
	}

	private JsonNode mutateArray(ArrayNode array) {
		ArrayNode copy = NODES.arrayNode();
		for (JsonNode element : array.values()) {
			switch (this.random.nextInt(6)) {
				case 0 -> {
					// Left out
				}
				case 1 -> copy.add(value(1)).add(element);
				case 2, 3 -> copy.add(mutate(element));
				default -> copy.add(element);
			}
		}
		for (int i = this.random.nextInt(3); i > 0; i--) {
			copy.add(value(1));
		}
		return copy;
	}

	private JsonNode mutateObject(ObjectNode object) {
		ObjectNode copy = NODES.objectNode();
		object.forEachEntry((key, element) -> {
			switch (this.random.nextInt(5)) {
				case 0 -> {
					// Left out
				}
				case 1, 2 -> copy.set(key, mutate(element));
				default -> copy.set(key, element);
			}
		});
		for (int i = this.random.nextInt(3); i > 0; i--) {
			copy.set(key(), value(1));
		}
		return copy;
	}

	private ArrayNode array(int depth) {
		ArrayNode array = NODES.arrayNode();
		for (int i = this.random.nextInt(6); i > 0; i--) {
			array.add(value(depth - 1));
		}
		return array;
	}

	private ObjectNode object(int depth) {
		ObjectNode object = NODES.objectNode();
		for (int i = this.random.nextInt(5); i > 0; i--) {
			object.set(key(), value(depth - 1));
		}
		return object;
	}

	private String key() {
		return KEYS[this.random.nextInt(KEYS.length)];
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			text.append(TEXTS[this.random.nextInt(TEXTS.length)]);
		}
		return text.toString();
	}

}
