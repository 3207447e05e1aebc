package io.github.gradiospring.maven;

import java.util.List;
import java.util.function.Function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Chooses Java types for the JSON schemas of <code>/info</code>. What has no obvious type
 * is a {@link JsonNode}: unions, objects, and texts that are no texts.
 */
final class SchemaTypes {

	private static final int MAX_DEPTH = 16;

	/** More make no handy enum. */
	private static final int MAX_CHOICES = 200;

	private static final ClassName STRING = ClassName.get(String.class);

	private static final ClassName JSON = ClassName.get(JsonNode.class);

	private final JsonNode document;

	private final TypeName file;

	private final Function<List<String>, TypeName> choices;

	/**
	 * Creates the types of one document.
	 * @param document the schema that references are relative to
	 * @param file the type of files
	 * @param choices gives the type for one of several texts
	 */
	SchemaTypes(JsonNode document, TypeName file, Function<List<String>, TypeName> choices) {
		this.document = document;
		this.file = file;
		this.choices = choices;
	}

	/** The type, boxed. */
	TypeName type() {
		return type(this.document, 0);
	}

	private TypeName type(JsonNode schema, int depth) {
		if (depth > MAX_DEPTH) {
			return JSON;
		}
		if (schema.has("$ref")) {
			return type(target(schema.path("$ref").asString("")), depth + 1);
		}
		JsonNode union = schema.path("anyOf").isArray() ? schema.path("anyOf") : schema.path("oneOf");
		if (union.isArray()) {
			List<JsonNode> alternatives = union.valueStream()
				.filter((alternative) -> !"null".equals(alternative.path("type").asString("")))
				.toList();
			return (alternatives.size() == 1) ? type(alternatives.get(0), depth + 1) : JSON;
		}
		if (schema.path("properties").has("path") && schema.path("properties").has("meta")) {
			return this.file;
		}
		return switch (schema.path("type").asString("")) {
			case "string" -> text(schema.path("enum"));
			case "integer" -> TypeName.LONG.box();
			case "number" -> TypeName.DOUBLE.box();
			case "boolean" -> TypeName.BOOLEAN.box();
			case "array" -> ParameterizedTypeName.get(ClassName.get(List.class), type(schema.path("items"), depth + 1));
			default -> JSON;
		};
	}

	private TypeName text(JsonNode choices) {
		boolean handy = choices.isArray() && !choices.isEmpty() && choices.size() <= MAX_CHOICES
				&& choices.valueStream().allMatch(JsonNode::isString);
		return handy ? this.choices.apply(choices.valueStream().map(JsonNode::stringValue).distinct().toList())
				: STRING;
	}

	private JsonNode target(String reference) {
		return reference.startsWith("#/") ? this.document.at(reference.substring(1)) : MissingNode.getInstance();
	}

}
