package io.github.gradiospring.sample.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.endpoint.GradioException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table that was read from a CSV file whose first row names the columns.
 *
 * @param columns the cells of each column, by its name
 */
record Table(Map<String, List<String>> columns) {

	private static final int MAX_ROWS = 200_000;

	static Table read(Path file, Separator separator) {
		CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator.character());
		ObjectReader reader = new CsvMapper().readerForMapOf(String.class).with(schema);
		Map<String, List<String>> columns = new LinkedHashMap<>();
		try (MappingIterator<Map<String, String>> rows = reader.readValues(file)) {
			for (int row = 0; rows.hasNext(); row++) {
				if (row == MAX_ROWS) {
					throw new GradioException("The table has more than " + MAX_ROWS + " rows.");
				}
				addRow(columns, rows.next(), row);
			}
		}
		catch (JacksonException ex) {
			throw new GradioException("Not a table: " + ex.getOriginalMessage());
		}
		if (columns.isEmpty()) {
			throw new GradioException("The table has no rows.");
		}
		return new Table(columns);
	}

	// A short row leaves out its last cells.
	private static void addRow(Map<String, List<String>> columns, Map<String, String> cells, int row) {
		cells.keySet().forEach((name) -> columns.computeIfAbsent(name, (key) -> new ArrayList<>()));
		columns.forEach((name, column) -> column.add(cells.getOrDefault(name, "")));
	}

}
