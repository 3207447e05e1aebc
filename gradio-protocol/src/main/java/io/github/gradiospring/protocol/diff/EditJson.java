package io.github.gradiospring.protocol.diff;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Edits to and from <code>[op, path, value]</code>.
 */
final class EditJson {

	private static final int EXCERPT = 200;

	private EditJson() {
	}

	static ArrayNode write(List<Edit> edits) {
		ArrayNode json = JsonNodeFactory.instance.arrayNode(edits.size());
		for (Edit edit : edits) {
			ArrayNode entry = json.addArray();
			entry.add(edit.op().wireName());
			ArrayNode path = entry.addArray();
			for (Object step : edit.path()) {
				if (step instanceof Integer index) {
					path.add(index);
				}
				else {
					path.add(step.toString());
				}
			}
			entry.add(edit.value());
		}
		return json;
	}

	static List<Edit> read(JsonNode json) {
		if (!json.isArray()) {
			throw invalid("Not a list of edits", json);
		}
		List<Edit> edits = new ArrayList<>(json.size());
		for (JsonNode entry : json.values()) {
			edits.add(readEdit(entry));
		}
		return edits;
	}

	private static Edit readEdit(JsonNode entry) {
		JsonNode name = entry.path(0);
		JsonNode path = entry.path(1);
		EditOp op = name.isString() ? EditOp.from(name.stringValue()) : null;
		if (op == null || !path.isArray()) {
			throw invalid("Not an edit", entry);
		}
		List<Object> steps = new ArrayList<>(path.size());
		for (JsonNode step : path.values()) {
			steps.add(readStep(step, entry));
		}
		return new Edit(op, steps, entry.get(2));
	}

	private static Object readStep(JsonNode step, JsonNode entry) {
		if (step.isString()) {
			return step.stringValue();
		}
		if (step.canConvertToInt() && step.isIntegralNumber()) {
			return step.intValue();
		}
		throw invalid("Not a key or an index in the path of an edit", entry);
	}

	private static InvalidEditException invalid(String message, JsonNode json) {
		String text = json.toString();
		return new InvalidEditException(
				message + ": " + ((text.length() > EXCERPT) ? text.substring(0, EXCERPT) + "..." : text));
	}

}
