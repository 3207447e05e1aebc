package io.github.gradiospring.server.web;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Short ways to make JSON. */
final class JsonNodes {

	private JsonNodes() {
	}

	static ArrayNode array(Collection<? extends JsonNode> elements) {
		return JsonNodeFactory.instance.arrayNode(elements.size()).addAll(elements);
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	/** Whether there is neither a value nor a JSON {@code null}. */
	static boolean isNothing(@Nullable JsonNode value) {
		return value == null || value.isNull() || value.isMissingNode();
	}

}
