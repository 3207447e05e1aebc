package io.github.gradiospring.server.component;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;

class ComponentBindingsTests {

	@Test
	void apiIsAsRecorded() {
		JsonNode recorded = Recordings.load("info_server").at("/steps/0/response/json/named_endpoints");
		assertAsRecorded(recorded, "hello", 0, false, null);
		assertAsRecorded(recorded, "typed_add", 0, false, null);
		assertAsRecorded(recorded, "typed_add", 1, false, "2.5");
		assertAsRecorded(recorded, "typed_add", 2, true, null);
		for (String endpoint : List.of("hello", "typed_add")) {
			ValueDescriptor value = Declared.output(Endpoints.class, endpoint);
			ComponentDescription component = ComponentBindings.asApi(Declared.KINDS.bind(value), value, 0).component();
			JsonNode expected = recorded.path("/" + endpoint).at("/returns/0");
			assertThat(component.outputSchema()).isEqualTo(expected.path("type"));
			assertThat(component.pythonOutputType().type())
				.isEqualTo(expected.path("python_type").path("type").stringValue());
		}
	}

	private static void assertAsRecorded(JsonNode recorded, String endpoint, int index, boolean nullable,
			String defaultValue) {
		Method method = Declared.method(Endpoints.class, endpoint);
		ValueDescriptor value = Declared.input(method, index, nullable, defaultValue);
		ComponentDescription component = ComponentBindings.asApi(Declared.KINDS.bind(value), value, index).component();
		JsonNode expected = recorded.path("/" + endpoint).path("parameters").get(index);
		assertThat(component.type()).isEqualTo("api");
		assertThat(component.props().get("label")).isEqualTo(expected.path("label"));
		assertThat(component.props().get("_api_info")).isEqualTo(expected.path("type"));
		assertThat(component.inputSchema()).isEqualTo(expected.path("type"));
		assertThat(component.pythonInputType().type())
			.isEqualTo(expected.path("python_type").path("type").stringValue());
		assertThat(component.pythonInputType().description()).isEmpty();
		assertThat(component.exampleInput()).isEqualTo(expected.path("example_input"));
		if (defaultValue != null) {
			assertThat(component.props().get("value")).isEqualTo(expected.path("parameter_default"));
		}
		else {
			assertThat(component.props()).doesNotContainKey("value");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0|1st", "1|2nd", "2|3rd", "3|4th", "10|11th", "11|12th", "20|21st" })
	void positionsAreOrdinals(int position, String label) {
		ValueDescriptor value = Declared.input(Endpoints.class, "hello");
		assertThat(ComponentBindings.asApi(Declared.KINDS.bind(value), value, position)
			.component()
			.props()
			.get("label")
			.stringValue()).isEqualTo(label);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "flag|{'type':'boolean'}|bool", "numbers|{'type':'array','items':{'type':'number'}}|list[float]",
					"map|{'type':'object','additionalProperties':{'type':'integer'}}|dict(str, int)", "any|{}|Any",
					"bytes|{}|Any" })
	void typesFollowFromJava(String method, String schema, String python) {
		ValueDescriptor value = Declared.input(Endpoints.class, method);
		ComponentDescription component = ComponentBindings.asApi(Declared.KINDS.bind(value), value, 0).component();
		assertThat(component.inputSchema()).isEqualTo(json(schema));
		assertThat(component.pythonInputType().type()).isEqualTo(python);
	}

	@Test
	void apiConvertsAsBeforeButStreamsEdits() {
		ValueDescriptor value = Declared.output(Endpoints.class, "typed_add");
		ComponentBinding binding = Declared.KINDS.bind(value);
		assertThat(binding.opaque()).isTrue();
		ComponentBinding api = ComponentBindings.asApi(binding, value, 0);
		assertThat(api.opaque()).isFalse();
		assertThat(api.write(Map.of("sum", 3.5), null)).isEqualTo(json("{'sum':3.5}"));
	}

	@Test
	void stateIsNullOnTheWire() {
		ComponentBinding state = ComponentBindings.state();
		assertThat(state.component().type()).isEqualTo("state");
		assertThat(state.component().skipApi()).isTrue();
		assertThat(state.component().inputSchema()).isNull();
		assertThat(state.component().outputSchema()).isNull();
		assertThat(state.component().props()).containsEntry("name", json("'state'")).doesNotContainKey("value");
		state.check(json("5"));
		assertThat(((JsonNode) state.read(json("5"), null)).isNull()).isTrue();
		assertThat(state.write("secret", null).isNull()).isTrue();
	}

	@SuppressWarnings("unused")
	interface Endpoints {

		String hello(String name);

		Map<String, Object> typed_add(int a, double b, List<String> tags);

		void flag(boolean value);

		void numbers(Set<Float> value);

		void map(Map<String, Integer> value);

		void any(Object value);

		void bytes(byte[] value);

	}

}
