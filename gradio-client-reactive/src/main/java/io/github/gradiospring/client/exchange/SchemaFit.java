package io.github.gradiospring.client.exchange;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.core.ResolvableType;

/**
 * Compares Java types with the JSON schemas of <code>/info</code>. It finds what is
 * obviously wrong, and lets the rest pass: schemas of components are often vague.
 */
enum SchemaFit {

	/** Java writes, the app reads. */
	INPUT,

	/** The app writes, Java reads; Jackson turns scalars into texts. */
	OUTPUT;

	/**
	 * What the schema wants when the type is obviously not it.
	 * @param schema the schema
	 * @param type the type
	 * @return what the app has there, or {@code null} when the type may fit
	 */
	@Nullable String misfit(JsonNode schema, ResolvableType type) {
		return fits(new Place(schema, schema, 0), type) ? null : describe(new Place(schema, schema, 0));
	}

	private boolean fits(Place place, ResolvableType type) {
		JavaKind kind = JavaKind.of(type);
		JsonNode schema = place.schema();
		if (kind == JavaKind.ANY || place.isTooDeep()) {
			return true;
		}
		if (schema.has("$ref")) {
			return fits(place.target(), type);
		}
		if (place.hasAlternatives()) {
			return place.alternatives().anyMatch((alternative) -> fits(alternative, type));
		}
		if (isFile(schema)) {
			return kind == JavaKind.FILE || kind == JavaKind.OBJECT;
		}
		return switch (schema.path("type").asStringOpt().orElse("")) {
			case "string" -> (kind == JavaKind.TEXT && hasChoice(schema.path("enum"), type)) || isText(type);
			case "number", "integer" -> kind == JavaKind.NUMBER || isTextOfScalar(type);
			case "boolean" -> kind == JavaKind.BOOLEAN || isTextOfScalar(type);
			case "array" -> kind == JavaKind.FILE || kind == JavaKind.OBJECT
					|| (kind == JavaKind.LIST && fits(place.of(schema.path("items")), element(type)));
			case "object" -> kind == JavaKind.OBJECT || kind == JavaKind.FILE;
			case "null" -> false;
			default -> true;
		};
	}

	/** Jackson writes and reads these as a text where no file is wanted. */
	private static boolean isText(ResolvableType type) {
		return Path.class.isAssignableFrom(type.toClass()) || type.toClass() == byte[].class
				|| type.toClass() == File.class;
	}

	private boolean isTextOfScalar(ResolvableType type) {
		return this == OUTPUT && CharSequence.class.isAssignableFrom(type.toClass());
	}

	private static ResolvableType element(ResolvableType type) {
		return type.isArray() ? type.getComponentType() : type.as(Collection.class).getGeneric();
	}

	private static boolean hasChoice(JsonNode choices, ResolvableType type) {
		Object[] constants = type.toClass().getEnumConstants();
		if (!choices.isArray() || constants == null) {
			return true;
		}
		Set<JsonNode> known = new HashSet<>();
		choices.forEach(known::add);
		for (Object constant : constants) {
			if (known.contains(GradioProtocol.jsonMapper().<JsonNode>valueToTree(constant))) {
				return true;
			}
		}
		return false;
	}

	/** Whether values are files, or the pictures that Gradio describes like files. */
	private static boolean isFile(JsonNode schema) {
		JsonNode properties = schema.path("properties");
		return properties.has("path") && properties.has("meta");
	}

	private static String describe(Place place) {
		JsonNode schema = place.schema();
		if (place.isTooDeep()) {
			return "any";
		}
		if (schema.has("$ref")) {
			return describe(place.target());
		}
		if (place.hasAlternatives()) {
			return place.alternatives().map(SchemaFit::describe).distinct().collect(Collectors.joining(" or "));
		}
		if (isFile(schema)) {
			return "a file";
		}
		if (schema.path("enum").isArray()) {
			return "one of " + schema.path("enum");
		}
		String type = schema.path("type").asStringOpt().orElse("any");
		return "array".equals(type) ? "a list of " + describe(place.of(schema.path("items"))) : type;
	}

	/**
	 * A schema within a document.
	 *
	 * @param document the document, which references are relative to
	 * @param schema the schema
	 * @param depth how deep it is; references may go round
	 */
	private record Place(JsonNode document, JsonNode schema, int depth) {

		private static final int MAX_DEPTH = 16;

		boolean isTooDeep() {
			return this.depth > MAX_DEPTH;
		}

		Place of(JsonNode schema) {
			return new Place(this.document, schema, this.depth + 1);
		}

		Place target() {
			String reference = this.schema.path("$ref").asStringOpt().orElse("");
			return of(
					reference.startsWith("#/") ? this.document.at(reference.substring(1)) : MissingNode.getInstance());
		}

		boolean hasAlternatives() {
			return this.schema.path("anyOf").isArray() || this.schema.path("oneOf").isArray();
		}

		Stream<Place> alternatives() {
			JsonNode anyOf = this.schema.path("anyOf");
			return (anyOf.isArray() ? anyOf : this.schema.path("oneOf")).valueStream().map(this::of);
		}

	}

}
