package io.github.gradiospring.protocol.info;

import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The description of one return value.
 *
 * @param label the label of its component
 * @param type its JSON schema
 * @param pythonType its type for Python callers
 * @param component the component's type with a capital, such as <code>Textbox</code>
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ReturnInfo(String label, JsonNode type, PythonType pythonType, String component) {

	public ReturnInfo {
		label = Objects.requireNonNullElse(label, "");
		type = (type != null) ? type : JsonNodeFactory.instance.objectNode();
		pythonType = (pythonType != null) ? pythonType : PythonType.ANY;
		component = Objects.requireNonNullElse(component, "");
	}

}
