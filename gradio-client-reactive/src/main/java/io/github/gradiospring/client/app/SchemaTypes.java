package io.github.gradiospring.client.app;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** The Java types that read best for the JSON schemas of <code>/info</code>. */
final class SchemaTypes {

	static final String FILE = "FileData";

	private SchemaTypes() {
	}

	static String javaType(JsonNode schema) {
		JsonNode plain = plain(schema);
		if (plain.path("properties").has("path") && plain.path("properties").has("meta")) {
			return FILE;
		}
		return switch (plain.path("type").asString("")) {
			case "string" -> "String";
			case "integer" -> "Long";
			case "number" -> "Double";
			case "boolean" -> "Boolean";
			case "array" -> "List<" + javaType(items(schema, plain)) + ">";
			default -> "JsonNode";
		};
	}

	static List<String> choices(JsonNode schema) {
		JsonNode plain = plain(schema);
		JsonNode values = plain.has("enum") ? plain.path("enum") : plain.path("items").path("enum");
		return values.valueStream().map((value) -> value.asString("")).toList();
	}

	/** What may be null is what it is otherwise. */
	private static JsonNode plain(JsonNode schema) {
		JsonNode union = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
		List<JsonNode> types = union.valueStream()
			.filter((type) -> !"null".equals(type.path("type").asString("")))
			.toList();
		return (types.size() == 1) ? types.get(0) : schema;
	}

	private static JsonNode items(JsonNode document, JsonNode list) {
		JsonNode items = list.path("items");
		String reference = items.path("$ref").asString("");
		return reference.startsWith("#/") ? document.at(reference.substring(1)) : items;
	}

}
