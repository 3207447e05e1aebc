package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.Json;
import io.github.gradiospring.server.annotation.Layout;
import io.github.gradiospring.server.annotation.Layout.Type;
import io.github.gradiospring.server.component.ChatMessage;
import io.github.gradiospring.server.component.Update;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What results become outputs, and which. */
class OutputTests {

	private static final JsonMapper JSON = new JsonMapper();

	private final EndpointFixture fixture = EndpointFixture.of(Outputs.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource({ "pair", "monoPair", "genericPair" })
	void recordStandsForSeveralOutputs(String name) {
		List<EndpointOutput> outputs = this.fixture.endpoint(name).outputs();
		assertThat(outputs).extracting(EndpointOutput::name).containsExactly("text", "number");
		assertThat(outputs).extracting((output) -> output.binding().component().type())
			.containsExactly("textbox", "number");
		assertThat(this.fixture.rows(name)).containsExactly(List.of(json("a"), json(1)));
	}

	@Test
	void generatorOfRecords() {
		assertThat(this.fixture.rows("pairs")).containsExactly(List.of(json("a"), json(1)),
				List.of(json("ab"), json(2)));
	}

	@Test
	void batchOfRecords() {
		assertThat(this.fixture.batch("batchPairs", new Object[] { "a" }, new Object[] { "b" }).blockLast())
			.containsExactly(List.of(json("a"), json(2)), List.of(json("b"), json(2)));
	}

	@Test
	void nullAndOptionalComponents() {
		assertThat(this.fixture.rows("gaps"))
			.containsExactly(List.of(json("Bonjour"), NullNode.getInstance(), NullNode.getInstance(), json(4)));
	}

	@Test
	void anUpdateStandsForItsValue() {
		assertThat(this.fixture.endpoint("update").outputs()).singleElement()
			.satisfies((output) -> assertThat(output.binding().component().type()).isEqualTo("number"));
		assertThat(this.fixture.rows("update")).containsExactly(List.of(JSON.valueToTree(
				Map.of("__type__", "update", "value", 3, "visible", false, "info", List.of("a"), "label", "L"))));
		assertThat(this.fixture.rows("clear")).containsExactly(
				List.of(JSON.readTree("{\"value\": null, \"interactive\": true, \"__type__\": \"update\"}")));
	}

	@Test
	void anUpdateOfALayoutIsNotForCallers() {
		assertThat(this.fixture.endpoint("layout").outputs()).extracting((output) -> output.binding().component())
			.satisfiesExactly((text) -> assertThat(text.skipApi()).isFalse(), (layout) -> {
				assertThat(layout.type()).isEqualTo("accordion");
				assertThat(layout.skipApi()).isTrue();
			});
		assertThat(this.fixture.rows("layout"))
			.containsExactly(List.of(json("a"), JSON.readTree("{\"open\": true, \"__type__\": \"update\"}")));
	}

	@Test
	void nullRecord() {
		assertThat(this.fixture.rows("nullPair"))
			.containsExactly(List.of(NullNode.getInstance(), NullNode.getInstance()));
	}

	@Test
	void descriptionsAndNames() {
		assertThat(this.fixture.endpoint("described").outputs()).singleElement().satisfies((output) -> {
			assertThat(output.name()).isEqualTo("output");
			assertThat(output.description()).isEqualTo("a greeting");
		});
		assertThat(this.fixture.endpoint("describedPair").outputs()).extracting(EndpointOutput::description)
			.containsExactly("", "how often");
	}

	@ParameterizedTest
	@CsvSource({ "jsonPair", "map" })
	void jsonIsOneOutput(String name) {
		assertThat(this.fixture.endpoint(name).outputs()).hasSize(1);
		assertThat(this.fixture.rows(name)).containsExactly(List.of(json(Map.of("text", "a", "number", 1))));
	}

	@Test
	void recordWithAComponentOfItsOwnIsOneOutput() {
		assertThat(this.fixture.endpoint("file").outputs()).singleElement()
			.satisfies((output) -> assertThat(output.binding().component().type()).isEqualTo("file"));
		assertThat(this.fixture.endpoint("chat").outputs()).singleElement()
			.satisfies((output) -> assertThat(output.binding().component().type()).isEqualTo("chatbot"));
	}

	@Test
	void serverModeHasSchemasOnly() {
		List<Endpoint> endpoints = AnnotatedEndpointSource
			.builder(this.fixture.context.getBeanFactory(), EndpointFixture.kinds())
			.serverMode(true)
			.build()
			.endpoints();
		assertThat(endpoints).flatExtracting(Endpoint::outputs)
			.isNotEmpty()
			.allSatisfy((output) -> assertThat(output.binding().component().type()).isEqualTo("api"));
		assertThat(endpoints).filteredOn((endpoint) -> endpoint.name().equals("pair"))
			.flatExtracting(Endpoint::outputs)
			.extracting((output) -> output.binding().component().props().get("label"))
			.containsExactly(json("1st"), json("2nd"));
	}

	record Pair(String text, int number) {
	}

	record Generic<T>(String text, T number) {
	}

	record Gaps(String first, String second, Optional<String> third, Optional<Integer> fourth) {
	}

	record Described(String text, @GradioOutput(label = "Number", description = "how often") int number) {
	}

	record Opened(String text, @Layout(Type.ACCORDION) Update<Void> extra) {
	}

	static class Outputs {

		@GradioEndpoint
		Mono<Update<Integer>> update() {
			return Mono.just(Update.<Integer>to(3).visible(false).label("L").prop("info", List.of("a")));
		}

		@GradioEndpoint
		Update<String> clear() {
			return Update.<String>to(null).interactive(true);
		}

		@GradioEndpoint
		Opened layout() {
			return new Opened("a", Update.<Void>properties().open(true));
		}

		@GradioEndpoint
		Pair pair() {
			return new Pair("a", 1);
		}

		@GradioEndpoint
		Mono<Pair> monoPair() {
			return Mono.just(new Pair("a", 1));
		}

		@GradioEndpoint
		Generic<Integer> genericPair() {
			return new Generic<>("a", 1);
		}

		@GradioEndpoint
		Flux<Pair> pairs() {
			return Flux.just(new Pair("a", 1), new Pair("ab", 2));
		}

		@GradioEndpoint(batch = true)
		List<Pair> batchPairs(List<String> texts) {
			return texts.stream().map((text) -> new Pair(text, texts.size())).toList();
		}

		@GradioEndpoint
		Gaps gaps() {
			return new Gaps("Bonjour", null, Optional.empty(), Optional.of(4));
		}

		@GradioEndpoint
		Pair nullPair() {
			return null;
		}

		@GradioEndpoint
		@GradioOutput(label = "Greeting", description = "a greeting")
		String described() {
			return "Hello";
		}

		@GradioEndpoint
		Described describedPair() {
			return new Described("a", 1);
		}

		@GradioEndpoint
		@Json
		Pair jsonPair() {
			return new Pair("a", 1);
		}

		@GradioEndpoint
		FileData file() {
			return null;
		}

		@GradioEndpoint
		List<ChatMessage> chat() {
			return List.of();
		}

		@GradioEndpoint
		Map<String, Object> map() {
			return Map.of("text", "a", "number", 1);
		}

	}

}
