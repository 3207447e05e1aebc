package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.gradiospring.server.annotation.HighlightedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.ResolvableType;

/**
 * Highlighted text: a collection or an array of {@link HighlightedSpan}.
 */
final class HighlightedTextKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		ResolvableType element = Elements.elementOf(value.type());
		boolean fits = element != null && element.toClass() == HighlightedSpan.class;
		if (!Hints.accept(value, fits, "a List<HighlightedSpan>", HighlightedText.class)) {
			return null;
		}
		HighlightedText hint = value.annotation(HighlightedText.class);
		boolean combine = hint != null && hint.combineAdjacent();
		ComponentDescription component = ComponentDescription.builder("highlightedtext")
			.label(value.label())
			.prop("show_legend", hint != null && hint.showLegend())
			.prop("combine_adjacent", combine)
			.build();
		return new Binding(component, combine, Elements.of(value));
	}

	private record Binding(ComponentDescription component, boolean combine,
			Elements elements) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isArray()) {
				throw WireValues.unexpected("a list of tokens", value);
			}
			for (JsonNode span : value) {
				if (!span.path("token").isString()) {
					throw new InvalidValueException("Each item of a highlighted text needs a 'token'.");
				}
			}
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			List<HighlightedSpan> spans = new ArrayList<>(value.size());
			for (JsonNode span : value) {
				JsonNode label = span.path("class_or_confidence");
				spans.add(new HighlightedSpan(span.path("token").stringValue(),
						WireValues.isScalar(label) ? PythonText.str(label) : null));
			}
			return this.elements.collect(spans);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			List<HighlightedSpan> spans = new ArrayList<>();
			Elements.forEach(value, (span) -> add(spans, (HighlightedSpan) span));
			ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
			for (HighlightedSpan span : spans) {
				tokens.addObject().put("token", span.text()).put("class_or_confidence", span.label());
			}
			return tokens;
		}

		private void add(List<HighlightedSpan> spans, HighlightedSpan span) {
			int last = spans.size() - 1;
			if (this.combine && last >= 0 && Objects.equals(spans.get(last).label(), span.label())) {
				spans.set(last, new HighlightedSpan(spans.get(last).text() + span.text(), span.label()));
			}
			else {
				spans.add(span);
			}
		}

	}

}
