package io.github.gradiospring.server.component;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.gradiospring.server.annotation.Dataframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableKindTests {

	private static final String TABLE = "{'headers':['name','years'],'data':[['Ann',7],['Bob',null]],'metadata':null}";

	@ParameterizedTest
	@CsvSource({ "lists,dataframe", "matrix,dataframe", "people,dataframe", "maps,dataframe",
			"vectorsAsTable,dataframe", "vectors,json", "cubes,json", "plainPeople,json" })
	void choosesTheComponent(String method, String type) {
		assertThat(bindInput(Values.class, method).component().type()).isEqualTo(type);
	}

	@Test
	void readsRows() {
		assertThat(bindInput(Values.class, "lists").read(json(TABLE), null).toString())
			.isEqualTo("[[Ann, 7], [Bob, null]]");
		assertThat(bindInput(Values.class, "matrix").read(json("[[1,2.5]]"), null))
			.isEqualTo(new double[][] { { 1, 2.5 } });
		assertThat(bindInput(Values.class, "people").read(json(TABLE), null))
			.isEqualTo(List.of(new Person("Ann", 7), new Person("Bob", null)));
		assertThat(bindInput(Values.class, "maps").read(json("{'headers':['a','b'],'data':[[1,'x']]}"), null))
			.isEqualTo(List.of(Map.of("a", 1, "b", "x")));
	}

	@Test
	void readsPlainRowsUnderTheDeclaredHeaders() {
		assertThat(bindInput(Values.class, "people").read(json("[['Ann',7]]"), null))
			.isEqualTo(List.of(new Person("Ann", 7)));
		assertThat(bindInput(Values.class, "renamed").read(json("[['Ann',7]]"), null))
			.isEqualTo(List.of(new Person("Ann", 7)));
		assertThat(bindInput(Values.class, "maps").read(json("[[1]]"), null)).isEqualTo(List.of(Map.of("1", 1)));
	}

	@Test
	void columnsMayComeInAnotherOrder() {
		assertThat(bindInput(Values.class, "renamed").read(json("{'headers':['Age','Name'],'data':[[7,'Ann']]}"), null))
			.isEqualTo(List.of(new Person("Ann", 7)));
		assertThat(bindInput(Values.class, "people").read(json("{'headers':['?','years'],'data':[['Ann',7]]}"), null))
			.isEqualTo(List.of(new Person("Ann", 7)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[[]]", "{'headers':['1','2'],'data':[[]]}" })
	void readsEmptyTables(String wire) {
		assertThat(bindInput(Values.class, "lists").read(json(wire), null)).isEqualTo(List.of());
	}

	@Test
	void writesRows() {
		assertThat(bindOutput(Values.class, "peopleOut").write(List.of(new Person("Ann", 7), new Person("Bob", null)),
				null))
			.isEqualTo(json(TABLE));
		assertThat(bindInput(Values.class, "renamed").write(List.of(new Person("Ann", 7)), null))
			.isEqualTo(json("{'headers':['Name','Age'],'data':[['Ann',7]],'metadata':null}"));
		assertThat(bindOutput(Values.class, "mapsOut").write(List.of(Map.of("a", 1), Map.of("b", 2)), null))
			.isEqualTo(json("{'headers':['a','b'],'data':[[1,null],[null,2]],'metadata':null}"));
		assertThat(bindInput(Values.class, "lists").write(List.of(), null))
			.isEqualTo(json("{'headers':['1','2','3'],'data':[],'metadata':null}"));
	}

	@Test
	void headersFitTheFirstRow() {
		ComponentBinding binding = bindInput(Values.class, "lists");
		assertThat(binding.write(List.of(List.of(1)), null).path("headers")).isEqualTo(json("['1']"));
		assertThat(binding.write(List.of(List.of(1, 2, 3, 4)), null).path("headers"))
			.isEqualTo(json("['1','2','3','4']"));
	}

	@Test
	void describesTheColumns() {
		assertThat(bindInput(Values.class, "people").component().props())
			.containsEntry("headers", json("['name','years']"))
			.containsEntry("column_count", json("[2,'dynamic']"))
			.containsEntry("datatype", json("'str'"))
			.containsEntry("value", json("{'headers':['name','years'],'data':[],'metadata':null}"));
		assertThat(bindInput(Values.class, "renamed").component().props())
			.containsEntry("headers", json("['Name','Age']"))
			.containsEntry("datatype", json("['str','number']"));
		assertThat(bindInput(Values.class, "lists").opaque()).isFalse();
	}

	@Test
	void defaultsAreTables() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "people", "[[\"Ann\",7]]")).component().props())
			.containsEntry("value", json("{'headers':['name','years'],'data':[['Ann',7]],'metadata':null}"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "people", "[[\"Ann\",\"x\"]]")))
			.withMessage("The default of 'table' is wrong: The value of '[0].years' is not a number.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'x'|Expected a table, which is an object with 'headers' and 'data', got a text.",
					"{}|Expected a table, which is an object with 'headers' and 'data', got an object.",
					"[1]|Each row of a table is a list of cells, not a number.",
					"{'data':[{}]}|Each row of a table is a list of cells, not an object." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "lists").check(json(wire)))
			.withMessage(message);
	}

	@Test
	void needsRows() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "numbers"))
			.withMessageContaining("but @Dataframe needs a list of rows");
	}

	record Person(String name, @JsonProperty("years") Integer age) {

	}

	@SuppressWarnings("unused")
	interface Values {

		void lists(List<List<Object>> table);

		void matrix(double[][] table);

		void people(@Dataframe List<Person> table);

		void renamed(@Dataframe(headers = { "Name", "Age" }, datatype = { "str", "number" }) List<Person> table);

		@Dataframe
		List<Person> peopleOut();

		void maps(@Dataframe List<Map<String, Object>> table);

		@Dataframe
		List<Map<String, Object>> mapsOut();

		void vectors(List<float[]> table);

		void vectorsAsTable(@Dataframe List<float[]> table);

		void cubes(List<List<List<Object>>> table);

		void plainPeople(List<Person> table);

		void numbers(@Dataframe List<Integer> table);

	}

}
