package io.github.gradiospring.protocol.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Collects the edits of one comparison.
 */
final class DiffEncoder {

	private static final String PROTOTYPE = "__proto__";

	private final List<Edit> edits = new ArrayList<>();

	private final List<Object> path = new ArrayList<>();

	List<Edit> encode(JsonNode oldValue, JsonNode newValue) {
		compare(oldValue, newValue);
		return this.edits;
	}

	private void compare(JsonNode oldValue, JsonNode newValue) {
		if (oldValue == newValue) {
			return;
		}
		if (oldValue.isString() && newValue.isString()) {
			compareStrings(oldValue.stringValue(), newValue);
		}
		else if (oldValue.isArray() && newValue.isArray()) {
			compareArrays(oldValue, newValue);
		}
		else if (oldValue.isObject() && newValue.isObject()) {
			compareObjects(oldValue, newValue);
		}
		else if (!JsonEquality.same(oldValue, newValue)) {
			add(EditOp.REPLACE, newValue);
		}
	}

	private void compareStrings(String oldText, JsonNode newValue) {
		String newText = newValue.stringValue();
		int length = oldText.length();
		// String.equals compares many characters at a time, String.startsWith one by one
		if (newText.length() < length || !newText.substring(0, length).equals(oldText)) {
			add(EditOp.REPLACE, newValue);
		}
		else if (newText.length() > length) {
			// Python does not join the halves of a surrogate pair to one character
			boolean splitPair = Character.isLowSurrogate(newText.charAt(length));
			if (splitPair) {
				add(EditOp.REPLACE, newValue);
			}
			else {
				add(EditOp.APPEND, StringNode.valueOf(newText.substring(length)));
			}
		}
	}

	private void compareArrays(JsonNode oldArray, JsonNode newArray) {
		int common = Math.min(oldArray.size(), newArray.size());
		for (int i = 0; i < common; i++) {
			this.path.add(i);
			compare(oldArray.get(i), newArray.get(i));
			leave();
		}
		for (int i = common; i < oldArray.size(); i++) {
			// Each deletion moves the rest to the left, so the index stays
			add(EditOp.DELETE, common, null);
		}
		for (int i = common; i < newArray.size(); i++) {
			add(EditOp.ADD, i, newArray.get(i));
		}
	}

	private void compareObjects(JsonNode oldObject, JsonNode newObject) {
		if (newObject.has(PROTOTYPE) && !oldObject.has(PROTOTYPE)) {
			// In JavaScript setting this key changes the prototype instead
			add(EditOp.REPLACE, newObject);
			return;
		}
		for (Map.Entry<String, JsonNode> property : oldObject.properties()) {
			JsonNode newValue = newObject.get(property.getKey());
			if (newValue == null) {
				add(EditOp.DELETE, property.getKey(), null);
			}
			else {
				this.path.add(property.getKey());
				compare(property.getValue(), newValue);
				leave();
			}
		}
		for (Map.Entry<String, JsonNode> property : newObject.properties()) {
			if (!oldObject.has(property.getKey())) {
				add(EditOp.ADD, property.getKey(), property.getValue());
			}
		}
	}

	private void add(EditOp op, Object last, @Nullable JsonNode value) {
		this.path.add(last);
		add(op, value);
		leave();
	}

	private void add(EditOp op, @Nullable JsonNode value) {
		this.edits.add(new Edit(op, this.path, value));
	}

	private void leave() {
		this.path.remove(this.path.size() - 1);
	}

}
