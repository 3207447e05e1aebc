package io.github.gradiospring.server.component;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.gradiospring.server.annotation.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.ApplicationContext;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JsonKindTests {

	@ParameterizedTest
	@ValueSource(strings = { "order", "map", "node", "object", "any", "vector", "orders", "uuid", "duration", "shape",
			"text" })
	void takesWhatJacksonConverts(String method) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThat(binding.component().type()).isEqualTo("json");
		assertThat(binding.opaque()).isTrue();
		assertThat(binding.blocking()).isFalse();
	}

	@Test
	void convertsBothWays() {
		JsonNode wire = json("{'id':7,'items':[{'name':'tea','price':1.5}]}");
		Order order = new Order(7, List.of(new Item("tea", 1.5)));
		assertThat(bindInput(Values.class, "order").read(wire, null)).isEqualTo(order);
		assertThat(bindInput(Values.class, "orders").read(json("[" + wire + "]"), null)).isEqualTo(List.of(order));
		assertThat(bindOutput(Values.class, "orderOut").write(order, null)).isEqualTo(wire);
		assertThat(bindInput(Values.class, "node").read(wire, null)).isEqualTo(wire);
		assertThat(bindInput(Values.class, "any").read(wire, null))
			.isEqualTo(Map.of("id", 7, "items", List.of(Map.of("name", "tea", "price", 1.5))));
		assertThat(bindInput(Values.class, "vector").read(json("[1,2.5]"), null)).isEqualTo(new float[] { 1, 2.5f });
	}

	@Test
	void keepsTheTypeOfSubtypes() {
		JsonNode wire = json("{'kind':'circle','radius':2}");
		assertThat(bindInput(Values.class, "shape").read(wire, null)).isEqualTo(new Circle(2));
		assertThat(bindOutput(Values.class, "shapes").write(List.of(new Circle(2)), null))
			.isEqualTo(json("[" + wire + "]"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "order|{'id':'x','items':[]}|The value of 'id' is not a number.",
					"order|{'id':1,'items':[{'name':'tea','price':{}}]}|The value of 'items[0].price' is not a number.",
					"order|{'id':1,'items':{}}|The value of 'items' is not a list.",
					"order|[1]|The value does not have the expected form.",
					"positive|{'value':-1}|The value is not acceptable.", "map|[]|Expected an object, got a list.",
					"orders|{}|Expected a list, got an object.", "uuid|'x'|The value does not have the expected form.",
					"shape|{'kind':'cube'}|The value does not have the expected form.",
					"object|[]|The value does not have the expected form." })
	void errorsNameTheFieldAndNoClass(String method, String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, method).read(json(wire), null))
			.withMessage(message);
	}

	@Test
	void strictMappersNameUnknownFields() {
		JsonMapper strict = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		ComponentBinding binding = new ComponentKinds(strict, List.of()).bind(Declared.input(Values.class, "order"));
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> binding.read(json("{'id':1,'items':[{'name':'a','price':1,'colour':2}]}"), null))
			.withMessage("Unknown field 'items[0].colour'.");
	}

	@Test
	void defaultsAreJsonOfTheType() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "map", "{\"a\":1}")).component().props())
			.containsEntry("value", json("{'a':1}"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "map", "{")))
			.withMessage("The default of 'value' is wrong: '{' is not JSON.");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "map", "")))
			.withMessage("The default of 'value' is wrong: An empty text is not JSON.");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "order", "{\"id\":\"x\"}")))
			.withMessage("The default of 'value' is wrong: The value of 'id' is not a number.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "stream", "streams", "context", "supplier", "flux", "type", "anInterface", "byName" })
	void refusesWhatIsNoJson(String method) {
		assertThatExceptionOfType(UnmappedTypeException.class).isThrownBy(() -> bindInput(Values.class, method))
			.satisfies((ex) -> {
				assertThat(ex.getValueName()).isEqualTo("value");
				assertThat(ex.getMessage()).startsWith("The type '" + ex.getTypeName() + "' of 'value' has no Gradio "
						+ "component. Use a type such as String, a number, an enum, a record or FileData, "
						+ "annotate the value with @Json");
			});
	}

	@Test
	void interfacesCanBeWritten() {
		assertThat(bindOutput(Values.class, "named").write((Named) () -> "x", null)).isEqualTo(json("{'name':'x'}"));
	}

	@Test
	void hintForcesJson() {
		assertThat(bindInput(Values.class, "forced").component().type()).isEqualTo("json");
	}

	record Order(int id, List<Item> items) {

	}

	record Item(String name, double price) {

	}

	record Positive(int value) {

		Positive {
			if (value < 0) {
				throw new IllegalArgumentException("secret detail");
			}
		}

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
	sealed interface Shape permits Circle {

	}

	record Circle(int radius) implements Shape {

	}

	interface Named {

		String getName();

	}

	@SuppressWarnings("unused")
	interface Values {

		void order(Order value);

		void orders(List<Order> value);

		Order orderOut();

		void map(Map<String, Integer> value);

		void node(JsonNode value);

		void object(ObjectNode value);

		void any(Object value);

		void vector(float[] value);

		void uuid(UUID value);

		void duration(Duration value);

		void shape(Shape value);

		List<Shape> shapes();

		void positive(Positive value);

		void text(@Json String value);

		void stream(InputStream value);

		void streams(List<InputStream> value);

		void context(ApplicationContext value);

		void supplier(Supplier<String> value);

		void flux(Flux<String> value);

		void type(Class<?> value);

		void anInterface(Named value);

		void byName(Map<String, Thread> value);

		Named named();

		void forced(@Json List<List<Integer>> value);

	}

}
