package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the rows of a table relate to the JSON of the Java type.
 */
interface TableRows {

	/**
	 * The headers that the type of the rows brings along.
	 * @return the headers, empty for none
	 */
	default List<String> headers() {
		return List.of();
	}

	/**
	 * Makes the JSON of the Java type from the cells of a table.
	 * @param headers the headers of the table
	 * @param data the rows, each an array of cells
	 * @return the JSON for Jackson
	 */
	JsonNode fromTable(List<String> headers, JsonNode data);

	/**
	 * Makes the cells of a table from the JSON of the Java type.
	 * @param rows the JSON from Jackson
	 * @return the table, without headers when it has none of its own
	 */
	Table toTable(JsonNode rows);

	/**
	 * A table.
	 *
	 * @param headers the headers, empty for those of the component
	 * @param data the rows, each an array of cells
	 */
	record Table(List<String> headers, JsonNode data) {

	}

	/** Rows that are lists or arrays. */
	enum Lists implements TableRows {

		/** The only one. */
		INSTANCE;

		@Override
		public JsonNode fromTable(List<String> headers, JsonNode data) {
			return data;
		}

		@Override
		public Table toTable(JsonNode rows) {
			return new Table(List.of(), rows);
		}

	}

	/**
	 * Rows that are maps by header.
	 *
	 * @param declared the declared headers, empty for the keys of the maps
	 */
	record Maps(List<String> declared) implements TableRows {

		@Override
		public JsonNode fromTable(List<String> headers, JsonNode data) {
			return objects(headers, data);
		}

		@Override
		public Table toTable(JsonNode rows) {
			Set<String> keys = new LinkedHashSet<>(this.declared);
			if (keys.isEmpty()) {
				rows.forEach((row) -> keys.addAll(row.propertyNames()));
			}
			List<String> headers = List.copyOf(keys);
			return new Table(headers, cells(headers, rows));
		}

	}

	/**
	 * Rows that are records or other objects.
	 *
	 * @param properties the names of the properties
	 * @param declared the declared headers, which stand for the properties in order
	 */
	record Objects(List<String> properties, List<String> declared) implements TableRows {

		@Override
		public List<String> headers() {
			return this.properties;
		}

		@Override
		public JsonNode fromTable(List<String> headers, JsonNode data) {
			List<String> columns = new ArrayList<>();
			for (int i = 0; i < headers.size(); i++) {
				columns.add(property(headers.get(i), i));
			}
			return objects(columns, data);
		}

		// a browser may reorder columns, so the header says more than the position
		private String property(String header, int position) {
			int index = this.declared.indexOf(header);
			if (index < 0) {
				index = this.properties.indexOf(header);
			}
			if (index < 0) {
				index = position;
			}
			return (index < this.properties.size()) ? this.properties.get(index) : header;
		}

		@Override
		public Table toTable(JsonNode rows) {
			return new Table(List.of(), cells(this.properties, rows));
		}

	}

	private static JsonNode objects(List<String> columns, JsonNode data) {
		ArrayNode rows = JsonNodeFactory.instance.arrayNode(data.size());
		for (JsonNode cells : data) {
			ObjectNode row = rows.addObject();
			for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
				row.set(columns.get(i), cells.get(i));
			}
		}
		return rows;
	}

	private static JsonNode cells(List<String> columns, JsonNode rows) {
		ArrayNode data = JsonNodeFactory.instance.arrayNode(rows.size());
		for (JsonNode row : rows) {
			ArrayNode cells = data.addArray();
			columns.forEach((column) -> cells.add(row.get(column)));
		}
		return data;
	}

}
