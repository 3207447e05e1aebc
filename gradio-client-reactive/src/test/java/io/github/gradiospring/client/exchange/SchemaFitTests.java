package io.github.gradiospring.client.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link SchemaFit}. */
class SchemaFitTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'type':{}}", "{'type':'unheard-of'}", "true", "{'$ref':'http://elsewhere'}",
			"{'$ref':'#/$defs/none'}", "{'$ref':'#'}" })
	void letsPassWhatItDoesNotUnderstand(String schema) {
		assertThat(input(schema, String.class)).isNull();
		assertThat(input(schema, List.class)).isNull();
	}

	@Test
	void survivesReferencesThatGoRound() {
		String round = "{'$defs':{'a':{'anyOf':[{'$ref':'#/$defs/a'}]}},'$ref':'#/$defs/a'}";
		assertThat(input(round, String.class)).isNull();
		String list = "{'$defs':{'a':{'type':'array','items':{'$ref':'#/$defs/a'}}},'$ref':'#/$defs/a'}";
		assertThat(input(list, String.class)).startsWith("a list of a list of ").endsWith(" any");
	}

	@Test
	void takesAnyAlternative() {
		String schema = "{'oneOf':[{'type':'null'},{'type':'array','items':{'type':'string'}}]}";
		assertThat(input(schema, String[].class)).isNull();
		assertThat(input(schema, int[].class)).isEqualTo("null or a list of string");
		assertThat(input(schema, boolean.class)).isNotNull();
	}

	@Test
	void tellsScalarsApart() {
		assertThat(input("{'type':'integer'}", Integer.class)).isNull();
		assertThat(input("{'type':'integer'}", boolean.class)).isEqualTo("integer");
		assertThat(input("{'type':'boolean'}", Boolean.class)).isNull();
		assertThat(input("{'type':'boolean'}", long.class)).isEqualTo("boolean");
		assertThat(input("{'type':'string'}", char.class)).isNull();
		assertThat(input("{'type':'string'}", Path.class)).isNull();
		assertThat(input("{'type':'string'}", FileData.class)).isEqualTo("string");
		assertThat(input("{'type':'object'}", Map.class)).isNull();
		assertThat(input("{'type':'object'}", String.class)).isEqualTo("object");
	}

	@Test
	void readsScalarsAsText() {
		assertThat(misfit(SchemaFit.OUTPUT, "{'type':'number'}", String.class)).isNull();
		assertThat(misfit(SchemaFit.OUTPUT, "{'type':'boolean'}", String.class)).isNull();
		assertThat(misfit(SchemaFit.OUTPUT, "{'type':'number'}", Thread.State.class)).isEqualTo("number");
		assertThat(input("{'type':'number'}", String.class)).isEqualTo("number");
	}

	private static String input(String schema, Class<?> type) {
		return misfit(SchemaFit.INPUT, schema, type);
	}

	private static String misfit(SchemaFit fit, String schema, Class<?> type) {
		return fit.misfit(GradioProtocol.jsonMapper().readTree(schema.replace('\'', '"')),
				ResolvableType.forClass(type));
	}

}
