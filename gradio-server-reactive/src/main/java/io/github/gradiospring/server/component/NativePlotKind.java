package io.github.gradiospring.server.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.gradiospring.server.annotation.NativePlot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;

/**
 * Lists of rows with {@link NativePlot}, in a BarPlot, LinePlot or ScatterPlot.
 */
final class NativePlotKind implements ComponentKind {

	private final JsonMapper mapper;

	NativePlotKind(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		NativePlot hint = value.annotation(NativePlot.class);
		ResolvableType row = Elements.elementOf(value.type());
		boolean map = row != null && Map.class.isAssignableFrom(row.toClass());
		boolean fits = map || row != null && JsonTypes.isJson(row, value.direction()) && isObject(row.toClass());
		if (!Hints.accept(value, hint != null && fits, "a list of a record, of other objects or of maps",
				NativePlot.class) || hint == null || row == null) {
			return null;
		}
		Map<String, Class<?>> properties = map ? Map.of() : PropertyNames.types(this.mapper, row);
		if (!map) {
			checkColumns(value, hint, properties);
		}
		TableRows rows = map ? new TableRows.Maps(List.of())
				: new TableRows.Objects(List.copyOf(properties.keySet()), List.of());
		Map<String, PlotColumn> types = new LinkedHashMap<>();
		properties.forEach((name, type) -> types.put(name, PlotColumn.of(type)));
		return new NativePlotBinding(describe(value, hint), mark(hint), rows, types,
				new JsonConversion(this.mapper, value.type()));
	}

	private static boolean isObject(Class<?> type) {
		return type != Object.class && !type.isPrimitive() && !type.isEnum() && !type.getName().startsWith("java.")
				&& Elements.elementOf(ResolvableType.forClass(type)) == null;
	}

	private static void checkColumns(ValueDescriptor value, NativePlot hint, Map<String, Class<?>> properties) {
		for (String column : List.of(hint.x(), hint.y(), hint.color())) {
			if (!column.isEmpty() && !properties.containsKey(column)) {
				throw new IllegalArgumentException("'" + value.name() + "' plots the column '" + column
						+ "', which its rows do not have. They have " + properties.keySet() + ".");
			}
		}
	}

	private static ComponentDescription describe(ValueDescriptor value, NativePlot hint) {
		return ComponentDescription.builder("nativeplot")
			// the name that Gradio gives to each form of the one type
			.prop("name", hint.mark().name().toLowerCase(Locale.ROOT) + "plot")
			.label(value.label())
			.prop("x", hint.x())
			.prop("y", hint.y())
			.prop("color", orNull(hint.color()))
			.prop("title", orNull(hint.title()))
			.prop("x_title", orNull(hint.xTitle()))
			.prop("y_title", orNull(hint.yTitle()))
			.prop("color_title", orNull(hint.colorTitle()))
			.prop("x_bin", hint.xBin().matches("[0-9.]+") ? Double.valueOf(hint.xBin()) : orNull(hint.xBin()))
			.prop("y_aggregate", orNull(hint.yAggregate()))
			.prop("sort", orNull(hint.sort()))
			.prop("height", (hint.height() > 0) ? hint.height() : null)
			.build();
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private static String mark(NativePlot hint) {
		return switch (hint.mark()) {
			case BAR -> "bar";
			case LINE -> "line";
			case SCATTER -> "point";
		};
	}

}
