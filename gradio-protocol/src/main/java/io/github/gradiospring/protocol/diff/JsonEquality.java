package io.github.gradiospring.protocol.diff;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Whether two values look the same on the wire. Node classes do not matter, so an
 * {@code int} equals a {@code long}; JSON types do, so {@code 1} differs from {@code 1.0}
 * and from {@code true}.
 */
final class JsonEquality {

	private JsonEquality() {
	}

	static boolean same(JsonNode a, JsonNode b) {
		if (a == b) {
			return true;
		}
		if (a.isObject() && b.isObject()) {
			return sameObject(a, b);
		}
		if (a.isArray() && b.isArray()) {
			return sameArray(a, b);
		}
		if (a.isNumber() && b.isNumber()) {
			return sameNumber(a, b);
		}
		return a.equals(b);
	}

	private static boolean sameObject(JsonNode a, JsonNode b) {
		if (a.size() != b.size()) {
			return false;
		}
		for (Map.Entry<String, JsonNode> property : a.properties()) {
			JsonNode other = b.get(property.getKey());
			if (other == null || !same(property.getValue(), other)) {
				return false;
			}
		}
		return true;
	}

	private static boolean sameArray(JsonNode a, JsonNode b) {
		if (a.size() != b.size()) {
			return false;
		}
		for (int i = 0; i < a.size(); i++) {
			if (!same(a.get(i), b.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean sameNumber(JsonNode a, JsonNode b) {
		if (a.isIntegralNumber() && b.isIntegralNumber()) {
			return (a.canConvertToLong() && b.canConvertToLong()) ? a.longValue() == b.longValue()
					: a.bigIntegerValue().equals(b.bigIntegerValue());
		}
		// Fractions of different node classes may print differently: better one edit too
		// many
		return a.equals(b);
	}

}
