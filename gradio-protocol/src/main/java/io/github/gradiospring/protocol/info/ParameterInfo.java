package io.github.gradiospring.protocol.info;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The description of one parameter.
 *
 * @param label the label of its component
 * @param parameterName the name for calls by name; empty if the server gives none
 * @param parameterHasDefault whether callers may leave it out
 * @param parameterDefault the default, if there is one
 * @param type its JSON schema
 * @param pythonType its type for Python callers
 * @param component the component's type with a capital, such as <code>Textbox</code>
 * @param exampleInput an example value
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ParameterInfo(String label, String parameterName,
		@JsonProperty("parameter_has_default") boolean parameterHasDefault, @Nullable JsonNode parameterDefault,
		JsonNode type, PythonType pythonType, String component, @Nullable JsonNode exampleInput) {

	public ParameterInfo {
		label = Objects.requireNonNullElse(label, "");
		parameterName = Objects.requireNonNullElse(parameterName, "");
		parameterDefault = (parameterDefault == null || parameterDefault.isNull()) ? null : parameterDefault;
		type = (type != null) ? type : JsonNodeFactory.instance.objectNode();
		pythonType = (pythonType != null) ? pythonType : PythonType.ANY;
		component = Objects.requireNonNullElse(component, "");
		exampleInput = (exampleInput == null || exampleInput.isNull()) ? null : exampleInput;
	}

}
