package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts rows to the table that a native plot draws: {@code columns}, {@code data},
 * {@code datatypes} and {@code mark} (observed with Gradio 6.31).
 *
 * @param mark what is drawn
 * @param rows how rows and columns relate
 * @param types what the properties are; maps tell it with their values
 */
record NativePlotBinding(ComponentDescription component, String mark, TableRows rows, Map<String, PlotColumn> types,
		JsonConversion conversion) implements ComponentBinding {

	@Override
	public void check(JsonNode value) {
		if (!value.path("columns").isArray() || !value.path("data").isArray()) {
			throw new InvalidValueException("Expected a plot, which is an object with 'columns' and 'data'.");
		}
		for (JsonNode row : value.path("data")) {
			if (!row.isArray()) {
				throw new InvalidValueException(
						"Each row of a plot is a list of cells, not " + WireValues.describe(row) + ".");
			}
		}
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		check(value);
		List<String> columns = new ArrayList<>();
		value.path("columns").forEach((column) -> columns.add(PythonText.str(column)));
		JsonNode data = value.path("data").deepCopy();
		for (JsonNode row : data) {
			ArrayNode cells = row.asArray();
			for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
				cells.set(i, this.types.getOrDefault(columns.get(i), PlotColumn.NAME).fromPlot(cells.get(i)));
			}
		}
		return this.conversion.read(this.rows.fromTable(columns, data));
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		TableRows.Table table = this.rows.toTable(this.conversion.write(value));
		List<String> columns = table.headers().isEmpty() ? this.rows.headers() : table.headers();
		Map<String, PlotColumn> found = new LinkedHashMap<>(this.types);
		Elements.forEach(value, (row) -> findTypes(row, found));
		ObjectNode result = JsonNodeFactory.instance.objectNode();
		ArrayNode names = result.putArray("columns");
		ArrayNode data = result.putArray("data");
		table.data().forEach((row) -> data.add(cells(row, columns, found)));
		ObjectNode types = result.putObject("datatypes");
		for (String column : columns) {
			names.add(column);
			types.put(column, found.getOrDefault(column, PlotColumn.NAME).dataType());
		}
		return result.put("mark", this.mark);
	}

	private static void findTypes(Object row, Map<String, PlotColumn> found) {
		if (row instanceof Map<?, ?> map) {
			map.forEach((key, cell) -> {
				if (cell != null) {
					found.putIfAbsent(String.valueOf(key), PlotColumn.of(cell.getClass()));
				}
			});
		}
	}

	private static ArrayNode cells(JsonNode row, List<String> columns, Map<String, PlotColumn> types) {
		ArrayNode cells = JsonNodeFactory.instance.arrayNode(columns.size());
		for (int i = 0; i < columns.size(); i++) {
			cells.add(types.getOrDefault(columns.get(i), PlotColumn.NAME).toPlot(row.path(i)));
		}
		return cells;
	}

}
