package io.github.gradiospring.client.app;

import java.util.List;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.ReturnInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One documented endpoint.
 *
 * @param name its name, with a slash at its start
 * @param info its parameters and results
 */
public record EndpointDescription(String name, EndpointInfo info) {

	private static final int MAX_TEXT = 60;

	/**
	 * A call in Java: with example values for what has no default.
	 * @return the code
	 */
	public String snippet() {
		StringBuilder code = new StringBuilder("client.endpoint(\"%s\")".formatted(this.name));
		for (ParameterInfo parameter : this.info.parameters()) {
			code.append("\n\t.input(\"%s\", %s)".formatted(parameter.parameterName(), literal(parameter)));
		}
		return code.append("\n\t.retrieve(%s.class);".formatted(resultType())).toString();
	}

	private String resultType() {
		List<ReturnInfo> returns = this.info.returns();
		if (returns.isEmpty()) {
			return "Void";
		}
		String type = (returns.size() == 1) ? SchemaTypes.javaType(returns.get(0).type()) : "List";
		return type.contains("<") ? type.substring(0, type.indexOf('<')) : type;
	}

	private static String literal(ParameterInfo parameter) {
		if (SchemaTypes.javaType(parameter.type()).contains(SchemaTypes.FILE)) {
			return "Path.of(\"file\")";
		}
		JsonNode value = parameter.parameterHasDefault() ? parameter.parameterDefault() : parameter.exampleInput();
		return literal(value);
	}

	private static String literal(@Nullable JsonNode value) {
		if (value == null || value.isNull()) {
			return "null";
		}
		if (value.isArray()) {
			return value.valueStream()
				.map(EndpointDescription::literal)
				.collect(Collectors.joining(", ", "List.of(", ")"));
		}
		if (value.isObject()) {
			return value.propertyStream()
				.map((property) -> "\"" + property.getKey() + "\", " + literal(property.getValue()))
				.collect(Collectors.joining(", ", "Map.of(", ")"));
		}
		if (value.isString()) {
			// JSON's escapes are Java's
			String text = value.stringValue();
			return abbreviate(text).equals(text) ? value.toString() : "\"...\"";
		}
		return value.toString();
	}

	private static String abbreviate(String text) {
		return (text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + "..." : text;
	}

	/** The signature, what it does, and the snippet. */
	@Override
	public String toString() {
		String parameters = this.info.parameters()
			.stream()
			.map(EndpointDescription::describe)
			.collect(Collectors.joining(", "));
		String returns = this.info.returns()
			.stream()
			.map((value) -> value.label() + ": " + SchemaTypes.javaType(value.type()))
			.collect(Collectors.joining(", "));
		String text = this.info.description();
		return "%s(%s) -> (%s)\n%s\n%s\n".formatted(this.name, parameters, returns,
				text.isEmpty() ? "" : indent(text) + "\n", indent(snippet()));
	}

	private static String describe(ParameterInfo parameter) {
		String described = parameter.parameterName() + ": " + SchemaTypes.javaType(parameter.type());
		List<String> choices = SchemaTypes.choices(parameter.type());
		if (!choices.isEmpty()) {
			described += " " + choices;
		}
		return parameter.parameterHasDefault() ? described + " = " + literal(parameter) : described;
	}

	private static String indent(String text) {
		return text.lines().map((line) -> "    " + line.replace("\t", "    ")).collect(Collectors.joining("\n"));
	}

}
