package io.github.gradiospring.server.component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.annotation.NativePlot;
import io.github.gradiospring.server.annotation.NativePlot.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NativePlotKindTests {

	private static final List<Day> DAYS = List.of(new Day(LocalDateTime.parse("2026-01-01T00:00"), "a", 1),
			new Day(LocalDateTime.parse("2026-01-02T10:00"), "b", 2.5));

	// as Gradio writes the same table
	private static final JsonNode WIRE = json("""
			{"columns":["day","who","n"],"data":[[1767225600000,"a",1.0],[1767348000000,"b",2.5]],
			"datatypes":{"day":"temporal","who":"nominal","n":"quantitative"},"mark":"line"}""");

	@Test
	void convertsRecordsBothWays() {
		ComponentBinding binding = bindInput(Values.class, "days");
		assertThat(binding.write(DAYS, null)).isEqualTo(WIRE);
		binding.check(WIRE);
		assertThat(binding.read(WIRE, null)).isEqualTo(DAYS);
	}

	@Test
	void emptyTablesHaveColumns() {
		assertThat(bindInput(Values.class, "days").write(List.of(), null)).isEqualTo(json("""
				{"columns":["day","who","n"],"data":[],
				"datatypes":{"day":"temporal","who":"nominal","n":"quantitative"},"mark":"line"}"""));
	}

	@Test
	void mapsTellTheirTypes() {
		Map<String, Object> first = new LinkedHashMap<>();
		first.put("at", null);
		first.put("n", 1);
		Map<String, Object> second = new LinkedHashMap<>();
		second.put("at", Instant.ofEpochMilli(5));
		second.put("n", null);
		second.put("on", LocalDate.EPOCH);
		JsonNode written = bindOutput(Values.class, "maps").write(List.of(first, second), null);
		// by way of the text, since milliseconds are longs
		assertThat(json(written.toString())).isEqualTo(json("""
				{"columns":["at","n","on"],"data":[[null,1,null],[5,null,0]],
				"datatypes":{"at":"temporal","n":"quantitative","on":"temporal"},"mark":"bar"}"""));
		assertThat(bindInput(Values.class, "mapsIn").read(json("{'columns':['a'],'data':[[1]]}"), null))
			.isEqualTo(List.of(Map.of("a", 1)));
	}

	@Test
	void timesOfEachTypeGoBothWays() {
		List<Times> times = List.of(new Times(LocalDate.parse("2026-01-02"), Instant.parse("2026-01-02T00:00:01Z"),
				OffsetDateTime.parse("2026-01-02T00:00:02Z")));
		ComponentBinding binding = bindInput(Values.class, "times");
		JsonNode written = binding.write(times, null);
		assertThat(written.at("/data/0")).isEqualTo(json("[1767312000000,1767312001000,1767312002000]"));
		assertThat(written.path("mark").stringValue()).isEqualTo("point");
		assertThat(binding.read(written, null)).isEqualTo(times);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "[]|Expected a plot, which is an object with 'columns' and 'data'.",
					"{'columns':['n']}|Expected a plot, which is an object with 'columns' and 'data'.",
					"{'columns':['n'],'data':[5]}|Each row of a plot is a list of cells, not a number.",
					"{'columns':['n'],'data':[['x']]}|The value of '[0].n' is not a number." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "days").read(json(wire), null))
			.withMessage(message);
	}

	@Test
	void describesThePlot() {
		ComponentDescription component = bindInput(Values.class, "days").component();
		assertThat(component.type()).isEqualTo("nativeplot");
		assertThat(component.props()).containsEntry("name", json("'lineplot'"))
			.containsEntry("x", json("'day'"))
			.containsEntry("y", json("'n'"))
			.containsEntry("color", json("'who'"))
			.containsEntry("title", json("'T'"))
			.containsEntry("x_title", json("'X'"))
			.containsEntry("y_title", json("'Y'"))
			.containsEntry("color_title", json("'C'"))
			.containsEntry("x_bin", json("'1d'"))
			.containsEntry("y_aggregate", json("'sum'"))
			.containsEntry("sort", json("'-y'"))
			.containsEntry("height", json("200"));
		assertThat(bindOutput(Values.class, "maps").component().props()).containsEntry("name", json("'barplot'"))
			.containsEntry("x_bin", json("2.5"))
			.doesNotContainKeys("color", "title", "y_aggregate", "sort", "height");
	}

	@Test
	void needsRowsWithTheColumns() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "numbers"))
			.withMessageContaining("but @NativePlot needs a list of a record, of other objects or of maps.");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "wrong"))
			.withMessage("'value' plots the column 'year', which its rows do not have. They have [day, who, n].");
	}

	record Day(LocalDateTime day, String who, double n) {

	}

	record Times(LocalDate date, Instant instant, OffsetDateTime offset) {

	}

	@SuppressWarnings("unused")
	interface Values {

		void days(@NativePlot(mark = Mark.LINE, x = "day", y = "n", color = "who", title = "T", xTitle = "X",
				yTitle = "Y", colorTitle = "C", xBin = "1d", yAggregate = "sum", sort = "-y",
				height = 200) List<Day> value);

		@NativePlot(mark = Mark.BAR, x = "at", y = "n", xBin = "2.5")
		List<Map<String, Object>> maps();

		void mapsIn(@NativePlot(mark = Mark.BAR, x = "at", y = "n") List<Map<String, Object>> value);

		void times(@NativePlot(mark = Mark.SCATTER, x = "date", y = "instant") List<Times> value);

		void numbers(@NativePlot(mark = Mark.BAR, x = "a", y = "b") List<Integer> value);

		void wrong(@NativePlot(mark = Mark.BAR, x = "year", y = "n") List<Day> value);

	}

}
