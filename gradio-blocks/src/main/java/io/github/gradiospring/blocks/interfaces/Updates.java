package io.github.gradiospring.blocks.interfaces;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Results that change properties of a component (PROTOCOL section 6). */
final class Updates {

	private Updates() {
	}

	static ObjectNode update() {
		return JsonNodeFactory.instance.objectNode().put("__type__", "update");
	}

	static ObjectNode visible(boolean visible) {
		return update().put("visible", visible);
	}

}
