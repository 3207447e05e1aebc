package io.github.gradiospring.server.component;

import java.util.Arrays;
import java.util.Locale;

import io.github.gradiospring.server.annotation.Plot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plots: {@link PlotData}, and the JSON of a figure with {@link Plot}.
 */
final class PlotKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Plot hint = value.annotation(Plot.class);
		Class<?> type = value.type().toClass();
		boolean json = type == String.class || JsonNode.class.isAssignableFrom(type);
		if (!Hints.accept(value, type == PlotData.class || hint != null && json, "a PlotData, a String or a JsonNode",
				Plot.class)) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("plot").label(value.label()).build();
		return new Binding(component, type, (hint != null) ? hint.value() : Plot.Library.PLOTLY);
	}

	/**
	 * Converts plots.
	 *
	 * @param type the Java type
	 * @param library what draws a figure that does not say so itself
	 */
	private record Binding(ComponentDescription component, Class<?> type,
			Plot.Library library) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.path("type").isString() || !value.path("plot").isString()) {
				throw new InvalidValueException("Expected a plot, which is an object with 'type' and 'plot'.");
			}
			library(value);
		}

		private static Plot.Library library(JsonNode value) {
			String name = value.path("type").stringValue();
			return Arrays.stream(Plot.Library.values())
				.filter((library) -> name(library).equals(name))
				.findFirst()
				.orElseThrow(() -> new InvalidValueException(
						"The 'type' of a plot is 'altair', 'bokeh', 'plotly' or 'matplotlib'."));
		}

		private static String name(Plot.Library library) {
			return library.name().toLowerCase(Locale.ROOT);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			String plot = value.path("plot").stringValue();
			if (this.type == String.class) {
				return plot;
			}
			JsonNode chart = value.path("chart");
			if (this.type == PlotData.class) {
				return new PlotData(library(value), plot, chart.isString() ? chart.stringValue() : null);
			}
			JsonNode figure = parse(plot);
			if (!this.type.isInstance(figure)) {
				throw new InvalidValueException("The 'plot' is not the JSON of a figure.");
			}
			return figure;
		}

		private static JsonNode parse(String plot) {
			try {
				return WireValues.parseJson(plot);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidValueException("The 'plot' is not the JSON of a figure.");
			}
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			PlotData plot = (value instanceof PlotData given) ? given : new PlotData(this.library, value.toString());
			ObjectNode result = JsonNodeFactory.instance.objectNode()
				.put("type", name(plot.type()))
				.put("plot", plot.plot());
			return (plot.chart() != null) ? result.put("chart", plot.chart()) : result;
		}

	}

}
