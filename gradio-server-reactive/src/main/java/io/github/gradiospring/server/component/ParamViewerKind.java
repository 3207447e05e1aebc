package io.github.gradiospring.server.component;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.gradiospring.server.annotation.ParamViewer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;

/**
 * Descriptions of parameters: a map from names to {@link ParamDoc}, in a ParamViewer.
 */
final class ParamViewerKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		ResolvableType map = value.type();
		boolean fits = map.toClass().isAssignableFrom(LinkedHashMap.class)
				&& map.as(Map.class).resolveGeneric(0) == String.class
				&& map.as(Map.class).resolveGeneric(1) == ParamDoc.class;
		if (!Hints.accept(value, fits, "a Map<String, ParamDoc>", ParamViewer.class)) {
			return null;
		}
		ComponentDescription.Builder viewer = ComponentDescription.builder("paramviewer").label(value.label());
		ParamViewer hint = value.annotation(ParamViewer.class);
		if (hint != null) {
			viewer.prop("language", hint.language())
				.prop("header", hint.header().isEmpty() ? null : hint.header())
				.prop("linkify", (hint.linkify().length > 0) ? hint.linkify() : null);
		}
		return new Binding(viewer.build());
	}

	private record Binding(ComponentDescription component) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isObject()) {
				throw WireValues.unexpected("an object with parameters", value);
			}
			for (JsonNode param : value) {
				if (!param.path("type").isString() || !param.path("description").isString()) {
					throw new InvalidValueException("Each parameter needs a 'type' and a 'description'.");
				}
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			JsonNode value = WireValues.parseJson(text);
			check(value);
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			Map<String, ParamDoc> params = new LinkedHashMap<>();
			value.forEachEntry((name, param) -> params.put(name, new ParamDoc(param.path("type").stringValue(),
					param.path("description").stringValue(), text(param.path("default")))));
			return params;
		}

		private static @Nullable String text(JsonNode value) {
			return value.isString() ? value.stringValue() : null;
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			ObjectNode result = JsonNodeFactory.instance.objectNode();
			((Map<?, ?>) value).forEach((name, param) -> {
				ParamDoc doc = (ParamDoc) param;
				result.putObject((String) name)
					.put("type", doc.type())
					.put("description", doc.description())
					.put("default", doc.defaultValue());
			});
			return result;
		}

	}

}
