package io.github.gradiospring.protocol.diff;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Applies edits to a copy.
 */
final class DiffDecoder {

	private DiffDecoder() {
	}

	static JsonNode apply(JsonNode base, List<Edit> edits) {
		JsonNode result = base.deepCopy();
		for (Edit edit : edits) {
			result = edit.path().isEmpty() ? applyToRoot(result, edit) : applyInside(result, edit);
		}
		return result;
	}

	private static JsonNode applyToRoot(JsonNode root, Edit edit) {
		return switch (edit.op()) {
			case REPLACE -> copy(edit.value());
			case APPEND -> append(root, edit.value());
			case ADD, DELETE -> root;
		};
	}

	private static JsonNode applyInside(JsonNode root, Edit edit) {
		int last = edit.path().size() - 1;
		JsonNode parent = root;
		for (Object step : edit.path().subList(0, last)) {
			parent = child(parent, step);
			if (parent == null) {
				return root;
			}
		}
		Object step = edit.path().get(last);
		if (parent instanceof ArrayNode array) {
			applyToArray(array, step, edit);
		}
		else if (parent instanceof ObjectNode object) {
			applyToObject(object, step.toString(), edit);
		}
		return root;
	}

	private static void applyToArray(ArrayNode array, Object step, Edit edit) {
		Integer index = index(step, array.size());
		if (index == null) {
			return;
		}
		if (edit.op() == EditOp.ADD) {
			// Jackson clamps as both official clients do
			array.insert(Math.max(index, 0), copy(edit.value()));
			return;
		}
		if (index < 0 || index >= array.size()) {
			return;
		}
		switch (edit.op()) {
			case REPLACE -> array.set(index, copy(edit.value()));
			case APPEND -> array.set(index, append(array.get(index), edit.value()));
			default -> array.remove(index);
		}
	}

	private static void applyToObject(ObjectNode object, String key, Edit edit) {
		switch (edit.op()) {
			case REPLACE, ADD -> object.set(key, copy(edit.value()));
			case DELETE -> object.remove(key);
			case APPEND -> {
				JsonNode text = object.get(key);
				if (text != null) {
					object.set(key, append(text, edit.value()));
				}
			}
		}
	}

	private static @Nullable JsonNode child(JsonNode parent, Object step) {
		if (parent.isObject()) {
			return parent.get(step.toString());
		}
		Integer index = parent.isArray() ? index(step, parent.size()) : null;
		return (index != null) ? parent.get(index) : null;
	}

	private static @Nullable Integer index(Object step, int size) {
		try {
			int index = (step instanceof Integer number) ? number : Integer.parseInt(step.toString());
			return (index < 0) ? index + size : index;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static JsonNode append(JsonNode text, @Nullable JsonNode tail) {
		return (text.isString() && tail != null && tail.isString())
				? StringNode.valueOf(text.stringValue().concat(tail.stringValue())) : text;
	}

	private static JsonNode copy(@Nullable JsonNode value) {
		return (value != null) ? value.deepCopy() : NullNode.getInstance();
	}

}
