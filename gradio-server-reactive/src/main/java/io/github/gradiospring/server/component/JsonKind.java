package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever Jackson converts, in a JSON component. This is the last kind, since it takes
 * most types.
 */
final class JsonKind implements ComponentKind {

	private final JsonMapper mapper;

	JsonKind(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		boolean fits = value.annotation(Json.class) != null || JsonTypes.isJson(value.type(), value.direction());
		if (!Hints.accept(value, fits, "a type that Jackson converts", Json.class)) {
			return null;
		}
		return new Binding(ComponentDescription.builder("json").label(value.label()).build(),
				new JsonConversion(this.mapper, value.type()));
	}

	private record Binding(ComponentDescription component, JsonConversion conversion) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (this.conversion.type().isMapLikeType() && !value.isObject()) {
				throw WireValues.unexpected("an object", value);
			}
			if ((this.conversion.type().isCollectionLikeType() || this.conversion.type().isArrayType())
					&& !value.isArray() && !value.isString()) {
				throw WireValues.unexpected("a list", value);
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			JsonNode value = WireValues.parseJson(text);
			if (!value.isNull()) {
				this.conversion.read(value);
			}
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return this.conversion.read(value);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return this.conversion.write(value);
		}

		@Override
		public boolean opaque() {
			return true;
		}

	}

}
