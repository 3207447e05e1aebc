package io.github.gradiospring.interop.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.error.BadArgumentException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.UnknownEndpointException;
import io.github.gradiospring.interop.client.Server.Profile;
import io.github.gradiospring.protocol.config.DependencyConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases 8 to 12: inputs in, outputs out. */
abstract class CallCases extends ClientCases {

	private static final String DEFAULTS = """
			{"text": "dflt", "number": 1.5, "slider": 4, "flag": true, "radio": "a", "dropdown": "y", "multi": ["x"],
			"group": ["p"], "color": "#ff0000", "json": {"k": 1}, "table": [["r", 1]], "code": "print(1)"}
			""";

	CallCases(Server server) {
		super(server);
	}

	@Test
	void case8_positionalNamedAndMixedInputs() {
		GradioClient client = client(Profile.MAIN);
		assertThat(client.endpoint("/calculator").inputs(1, "add", 2).retrieve(Double.class).block(LIMIT)).isEqualTo(3);
		assertThat(client.endpoint("calculator")
			.input("num2", 4)
			.input("operation", "subtract")
			.input("num1", 10)
			.retrieve(Integer.class)
			.block(LIMIT)).isEqualTo(6);
		assertThat(client.endpoint("/calculator")
			.inputs(3)
			.inputs(Map.of("num2", 4, "operation", "multiply"))
			.retrieve(Double.class)
			.block(LIMIT)).isEqualTo(12);
	}

	@Test
	void case8_defaults() {
		GradioClient client = client(Profile.MAIN);
		assertThat(client.endpoint("/calculator_defaults").retrieve(Double.class).block(LIMIT)).isEqualTo(110);
		assertThat(client.endpoint("/calculator_defaults").input("num2", 5).retrieve(Double.class).block(LIMIT))
			.isEqualTo(15);
		assertThat(client.endpoint("/calculator_defaults")
			.inputs(2)
			.input("operation", "multiply")
			.retrieve(Double.class)
			.block(LIMIT)).isEqualTo(200);
	}

	@Test
	void case8_twelveDefaultsAndPartOfThemOverridden() {
		GradioClient client = client(Profile.MAIN);
		assertSame(client.endpoint("/all_types").retrieve(JsonNode.class).block(LIMIT), DEFAULTS);
		JsonNode changed = client.endpoint("/all_types")
			.inputs("other", 2.5)
			.input("multi", List.of("y", "z"))
			.input("json", Map.of("deep", List.of(1, Map.of("k", "v"))))
			.input("code", "")
			.retrieve(JsonNode.class)
			.block(LIMIT);
		assertSame(changed,
				DEFAULTS.replace("dflt", "other")
					.replace("1.5", "2.5")
					.replace("[\"x\"]", "[\"y\", \"z\"]")
					.replace("{\"k\": 1}", "{\"deep\": [1, {\"k\": \"v\"}]}")
					.replace("print(1)", ""));
	}

	/** Servers write 4 or 4.0. */
	private static void assertSame(JsonNode actual, String expected) {
		json(expected).forEachEntry((name, value) -> {
			JsonNode found = actual.path(name);
			if (value.isNumber()) {
				assertThat(found.asDouble()).as(name).isEqualTo(value.asDouble());
			}
			else {
				assertThat(found).as(name).isEqualTo(value);
			}
		});
	}

	@Test
	void case9_wrongCallsAreFoundBeforeAnyRequest() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		assertThat(wrong(UnknownEndpointException.class, client.endpoint("/nowhere").retrieve(String.class)))
			.hasMessageContaining("nowhere");
		assertThat(wrong(UnknownEndpointException.class, client.endpoint("/increment_private").retrieve(Integer.class)))
			.hasMessageContaining("private");
		wrong(UnknownEndpointException.class, client.endpoint(99_999).retrieve(String.class));
		assertThat(wrong(BadArgumentException.class,
				client.endpoint("/calculator").inputs(1, "add").retrieve(Double.class)))
			.hasMessageContaining("num2");
		assertThat(wrong(BadArgumentException.class,
				client.endpoint("/greet").inputs("Bob", "!").input("colour", "red").retrieve(String.class)))
			.hasMessageContaining("colour");
		assertThat(wrong(BadArgumentException.class,
				client.endpoint("/greet").inputs("Bob", "!").input("name", "Eve").retrieve(String.class)))
			.hasMessageContaining("name");
		wrong(BadArgumentException.class, client.endpoint("/greet").inputs("Bob", "!", "?").retrieve(String.class));
		wrong(BadArgumentException.class, client.endpoint().inputs("Bob").retrieve(String.class));
		assertThat(proxy.requests("/gradio_api")).extracting(RecordingProxy.Exchange::method).doesNotContain("POST");
		stillWorks(client, "/fast", "x", "fast:x");
	}

	@Test
	void case9_aWrongSubmitFailsItsJob() {
		GradioClient client = client(Profile.MAIN);
		wrong(UnknownEndpointException.class, client.endpoint("/nowhere").submit(String.class).result());
		wrong(BadArgumentException.class, client.endpoint("/greet").submit(String.class).result());
	}

	private static <T extends GradioClientException> T wrong(Class<T> type, Mono<?> call) {
		return failure(type, call);
	}

	@Test
	void case10_endpointByIndex() {
		GradioClient client = client(Profile.MAIN);
		int index = client.app()
			.block(LIMIT)
			.config()
			.dependencies()
			.stream()
			.filter((dependency) -> "greet".equals(dependency.apiName()))
			.mapToInt(DependencyConfig::id)
			.findFirst()
			.orElseThrow();
		assertThat(client.endpoint(index).inputs("Bob", "?").retrieve(String.class).block(LIMIT))
			.isEqualTo("Hello Bob?");
	}

	@Test
	void case11_noInputNoOutput() {
		GradioClient client = client(Profile.MAIN);
		assertThat(client.endpoint("/no_input").retrieve(String.class).block(LIMIT)).isEqualTo("constant");
		assertThat(client.endpoint("/no_output").inputs("x").retrieve(String.class).hasElement().block(LIMIT))
			.isFalse();
		assertThat(client.endpoint("/no_output").inputs("x").submit(Object.class).result().hasElement().block(LIMIT))
			.isFalse();
	}

	@Test
	void case11_severalOutputs() {
		GradioClient client = client(Profile.MAIN);
		assertThat(client.endpoint("/swap").inputs("a", 1).retrieve(Swapped.class).block(LIMIT))
			.isEqualTo(new Swapped(1, "a"));
		assertThat((Object) client.endpoint("/swap").inputs("a", 1.5).retrieve(List.class).block(LIMIT))
			.isEqualTo(List.of(1.5, "a"));
		JsonNode node = client.endpoint("/swap").inputs("a", 1.5).retrieve(JsonNode.class).block(LIMIT);
		assertThat(node).isEqualTo(json("[1.5, \"a\"]"));
	}

	@Test
	void case11_oneOutputAsAGenericType() {
		Map<String, Object> label = client(Profile.MAIN).endpoint("/classify")
			.inputs("x")
			.retrieve(new ParameterizedTypeReference<Map<String, Object>>() {
			})
			.block(LIMIT);
		assertThat(label).containsEntry("label", "POSITIVE");
	}

	@Test
	void case11_nullValues() {
		TextAndNull both = client(Profile.MAIN).endpoint("/text_and_null").retrieve(TextAndNull.class).block(LIMIT);
		assertThat(both).isEqualTo(new TextAndNull("Bonjour r\u00e9veill\u00e9 petits-d\u00e9j.\n", null));
		assertThat(client(Profile.MAIN).endpoint("/calculator_defaults")
			.inputs(1, null, 2)
			.retrieve(Double.class)
			.block(LIMIT)).isEqualTo(3);
	}

	@Test
	void case11_stateIsInsertedAndRemovedSilently() {
		GradioClient client = client(Profile.MAIN);
		JsonNode turn = client.endpoint("/stateful_chatbot")
			.inputs("hello", List.of())
			.retrieve(JsonNode.class)
			.block(LIMIT);
		assertThat(turn.size()).isEqualTo(2);
		assertThat(turn.path(0).asString()).isEmpty();
		assertThat(turn.path(1).path(1).toString()).contains("I love you");
		assertThat(client.endpoint("/greeting_counted").inputs("Bob").retrieve(CountedGreeting.class).block(LIMIT))
			.isEqualTo(new CountedGreeting("Hello Bob", 1));
		assertThat(client.endpoint("/open").retrieve(Integer.class).block(LIMIT)).isEqualTo(2);
	}

	@Test
	void case11_elevenOutputs() {
		JsonNode outputs = client(Profile.MAIN).endpoint("/all_outputs").retrieve(JsonNode.class).block(LIMIT);
		List<JsonNode> values = new ArrayList<>();
		outputs.forEach(values::add);
		assertThat(values).hasSize(11)
			.startsWith(json("\"text\""), json("2.5"), json("true"), json("{\"a\":[1,null]}"));
		assertThat(values.get(9).path("data")).isEqualTo(json("[[\"r1\",1],[\"r2\",2]]"));
		assertThat(values.get(10)).isEqualTo(json("[\"q\"]"));
	}

	@Test
	void case12_endpointWithoutQueue() {
		stillWorks(client(Profile.MAIN), "/fast", "x", "fast:x");
	}

	@Test
	void case12_largeInput() {
		String name = "x".repeat(400_000);
		String greeting = client(Profile.MAIN).endpoint("/greet").inputs(name, "!").retrieve(String.class).block(LIMIT);
		assertThat(greeting).hasSize(400_007).endsWith("xx!");
	}

	@Test
	void case12_largeOutput() {
		String big = client(Profile.MAIN).endpoint("/big").retrieve(String.class).block(LIMIT);
		assertThat(big.equals("\ta\nb".repeat(90_000))).as("of %d characters", big.length()).isTrue();
	}

	@Test
	void case12_lineSeparatorsInsideALine() {
		assertThat(client(Profile.MAIN).endpoint("/unicode").retrieve(String.class).block(LIMIT))
			.isEqualTo("before\u0085after \u2028 \uD83D\uDE00 \u00e9");
	}

	@Test
	void case12_undocumentedEndpointCanBeCalled() {
		stillWorks(client(Profile.MAIN), "/undocumented", "x", "undocumented:x");
	}

	/**
	 * What {@code /text_and_null} gives.
	 *
	 * @param text a text
	 * @param second null
	 */
	record TextAndNull(String text, @Nullable String second) {
	}

	/**
	 * What {@code /greeting_counted} gives.
	 *
	 * @param greeting the greeting
	 * @param count the number of greetings
	 */
	record CountedGreeting(String greeting, int count) {
	}

	@Test
	void case11_layoutOutputsAreRemoved() {
		GradioClient client = client(Profile.MAIN);
		assertThat(client.endpoint("/greeting").inputs("Bob").retrieve(String.class).block(LIMIT))
			.isEqualTo("Hello Bob");
		assertThat(client.endpoint("/show_group").retrieve(Object.class).hasElement().block(LIMIT)).isFalse();
	}

	@Test
	void case11_updatesArePassedOn() {
		JsonNode update = client(Profile.MAIN).endpoint("/update").inputs("abc").retrieve(JsonNode.class).block(LIMIT);
		assertThat(update).isEqualTo(
				json("{\"__type__\": \"update\", \"value\": \"ABC\", \"visible\": true, \"interactive\": false}"));
	}

}
