package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.annotation.Label;
import io.github.gradiospring.server.component.ValueDescriptor.Direction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;

/**
 * Labels with confidences: {@link LabelScores}, or with {@link Label} a map from names to
 * numbers.
 */
final class LabelKind implements ComponentKind {

	private final JsonMapper mapper;

	LabelKind(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Label hint = value.annotation(Label.class);
		ResolvableType map = value.type().as(Map.class);
		boolean scores = value.type().toClass() == LabelScores.class;
		boolean fits = scores || (hint != null && map.resolveGeneric(0) == String.class
				&& Number.class.isAssignableFrom(map.getGeneric(1).toClass()));
		if (!Hints.accept(value, fits, "a Map<String, Double> or LabelScores", Label.class)) {
			return null;
		}
		int top = (hint != null && hint.numTopClasses() > 0) ? hint.numTopClasses() : Integer.MAX_VALUE;
		ComponentDescription component = ComponentDescription.builder("label")
			.label(value.label())
			// the frontend needs a value, but for an input it would be a default
			.prop("value", (value.direction() == Direction.OUTPUT) ? Map.of() : null)
			.prop("num_top_classes", (top < Integer.MAX_VALUE) ? top : null)
			.build();
		return new Binding(component, top, scores ? null : new JsonConversion(this.mapper, value.type()));
	}

	/**
	 * Converts scores.
	 *
	 * @param map converts to the declared map, {@code null} for {@link LabelScores}
	 */
	private record Binding(ComponentDescription component, int top,
			@Nullable JsonConversion map) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isObject() || !WireValues.isScalar(value.path("label"))) {
				throw new InvalidValueException("Expected an object with a 'label'.");
			}
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			Map<String, JsonNode> confidences = new LinkedHashMap<>();
			for (JsonNode confidence : value.path("confidences")) {
				if (!confidence.path("confidence").isNumber()) {
					throw new InvalidValueException("Each of the confidences needs a 'label' and a 'confidence'.");
				}
				confidences.put(PythonText.str(confidence.path("label")), confidence.path("confidence"));
			}
			if (this.map != null) {
				ObjectNode scores = JsonNodeFactory.instance.objectNode();
				scores.setAll(confidences);
				return this.map.read(scores);
			}
			List<LabelScores.Confidence> scores = new ArrayList<>();
			confidences.forEach(
					(label, confidence) -> scores.add(new LabelScores.Confidence(label, confidence.doubleValue())));
			return new LabelScores(PythonText.str(value.path("label")),
					value.path("confidences").isArray() ? scores : null);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			if (value instanceof Map<?, ?> map && map.isEmpty()) {
				return JsonNodeFactory.instance.objectNode();
			}
			LabelScores scores = (value instanceof LabelScores given) ? given
					: LabelScores.of(numbers((Map<?, ?>) value));
			ObjectNode result = JsonNodeFactory.instance.objectNode().put("label", scores.label());
			if (scores.confidences() == null) {
				return result.putNull("confidences");
			}
			ArrayNode confidences = result.putArray("confidences");
			scores.confidences()
				.stream()
				.limit(this.top)
				.forEach((score) -> confidences.addObject()
					.put("label", score.label())
					.put("confidence", score.confidence()));
			return result;
		}

		private static Map<String, Number> numbers(Map<?, ?> map) {
			Map<String, Number> numbers = new LinkedHashMap<>();
			map.forEach((label, confidence) -> numbers.put((String) label, (Number) confidence));
			return numbers;
		}

	}

}
