package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Converts tables. Gradio sends and gets an object with {@code headers}, {@code data} and
 * {@code metadata}; a plain list of rows is read too.
 */
record TableBinding(ComponentDescription component, TableRows rows, List<String> headers,
		JsonConversion conversion) implements ComponentBinding {

	@Override
	public void check(JsonNode value) {
		JsonNode data = value.isObject() ? value.path("data") : value;
		if (!data.isArray()) {
			throw new InvalidValueException("Expected a table, which is an object with 'headers' and 'data', got "
					+ WireValues.describe(value) + ".");
		}
		for (JsonNode row : data) {
			if (!row.isArray()) {
				throw new InvalidValueException(
						"Each row of a table is a list of cells, not " + WireValues.describe(row) + ".");
			}
		}
	}

	@Override
	public JsonNode parseDefault(String text) {
		JsonNode value = WireValues.parseJson(text);
		check(value);
		toJava(value);
		return TableKind.table(headers(value), value.isObject() ? value.path("data") : value);
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		check(value);
		return toJava(value);
	}

	private Object toJava(JsonNode value) {
		JsonNode data = value.isObject() ? value.path("data") : value;
		if (data.size() == 1 && data.get(0).isEmpty()) {
			// an empty table of the frontend has one row without cells
			data = JsonNodeFactory.instance.arrayNode();
		}
		return this.conversion.read(this.rows.fromTable(headers(value), data));
	}

	private List<String> headers(JsonNode value) {
		JsonNode named = value.path("headers");
		if (!named.isArray() || named.isEmpty()) {
			return this.headers;
		}
		List<String> headers = new ArrayList<>(named.size());
		named.forEach((header) -> headers.add(PythonText.str(header)));
		return headers;
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		TableRows.Table table = this.rows.toTable(this.conversion.write(value));
		List<String> named = table.headers().isEmpty() ? this.headers : table.headers();
		return TableKind.table(fit(named, table.data()), table.data());
	}

	// as Gradio: as many headers as the first row has cells
	private static List<String> fit(List<String> headers, JsonNode data) {
		if (data.isEmpty()) {
			return headers;
		}
		List<String> fitting = new ArrayList<>();
		for (int i = 0; i < data.get(0).size(); i++) {
			fitting.add((i < headers.size()) ? headers.get(i) : String.valueOf(i + 1));
		}
		return fitting;
	}

}
