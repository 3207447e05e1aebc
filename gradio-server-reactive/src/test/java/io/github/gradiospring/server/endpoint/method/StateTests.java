package io.github.gradiospring.server.endpoint.method;

import java.util.List;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.StateValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Values of the session. */
class StateTests {

	private static final JsonNode NULL = NullNode.getInstance();

	private final EndpointFixture fixture = EndpointFixture.of(States.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void writableStateIsInputAndFirstOutput() {
		Endpoint endpoint = this.fixture.endpoint("increment");
		assertThat(endpoint.inputs()).extracting((input) -> input.state() != null).containsExactly(false, true);
		assertThat(endpoint.outputs()).extracting((output) -> output.state() != null).containsExactly(true, false);
		assertThat(endpoint.outputs().get(0).binding().component().skipApi()).isTrue();
		assertThat(this.fixture.rows("increment", 2, null)).containsExactly(List.of(NULL, json(2)));
	}

	@Test
	void readOnlyStateIsInputOnly() {
		Endpoint endpoint = this.fixture.endpoint("read");
		assertThat(endpoint.inputs()).hasSize(1);
		assertThat(endpoint.outputs()).hasSize(1);
		assertThat(this.fixture.rows("read", (Object) null)).containsExactly(List.of(json(0)));
	}

	@Test
	void stateIsSharedByNameWithinTheSession() {
		this.fixture.rows("increment", 2, null);
		this.fixture.rows("increment", 3, null);
		assertThat(this.fixture.values("read", (Object) null)).containsExactly(json(5));
		this.fixture.session = "other";
		assertThat(this.fixture.values("read", (Object) null)).containsExactly(json(0));
	}

	@Test
	void withoutSessionEveryCallStartsFromTheInitialValue() {
		this.fixture.session = null;
		this.fixture.rows("increment", 2, null);
		assertThat(this.fixture.values("increment", 2, null)).containsExactly(json(2));
		assertThat(this.fixture.states.values).isEmpty();
	}

	@Test
	void initialValueFromJson() {
		assertThat(this.fixture.values("initial", (Object) null)).containsExactly(json(List.of(1, 2, 3)));
	}

	@Test
	void initialValueFromConstructor() {
		assertThat(this.fixture.values("fresh", (Object) null)).containsExactly(json(1));
		assertThat(this.fixture.values("fresh", (Object) null)).containsExactly(json(1));
	}

	@Test
	void initialValueMayBeMissing() {
		assertThat(this.fixture.values("unknown", (Object) null)).containsExactly(json("null"));
	}

	@Test
	void settingNullGoesBackToTheInitialValue() {
		this.fixture.rows("increment", 2, null);
		this.fixture.rows("reset", (Object) null);
		assertThat(this.fixture.values("read", (Object) null)).containsExactly(json(0));
		this.fixture.rows("remember", "a", null);
		assertThat(this.fixture.values("remember", null, null)).containsExactly(json("a"));
		assertThat(this.fixture.values("remember", null, null)).containsExactly(json("null"));
	}

	@Test
	void generatorKeepsStateWithEachResult() {
		StepVerifier.create(this.fixture.flux("steps", (Object) null), 1)
			.expectNextCount(1)
			.then(() -> assertThat(this.fixture.states.values).containsKey("session/step"))
			.thenRequest(Long.MAX_VALUE)
			.expectNextCount(2)
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
		assertThat(this.fixture.states.values).containsEntry("session/step", 99);
	}

	@Test
	void failureKeepsNothing() {
		StepVerifier.create(this.fixture.flux("failing", (Object) null))
			.expectError(GradioException.class)
			.verify(EndpointFixture.TIMEOUT);
		assertThat(this.fixture.states.values).isEmpty();
	}

	@Test
	void failureOfTheStoreIsThatOfTheCall() {
		StepVerifier.create(this.fixture.flux("unserializable", (Object) null))
			.expectErrorMessage("store is down")
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void setFromAMonoThatCompletesEmpty() {
		this.fixture.rows("late", (Object) null);
		assertThat(this.fixture.states.values).containsEntry("session/late", "set");
	}

	static class History {

		int visits;

	}

	static class Broken {

	}

	static class States {

		@GradioEndpoint
		int increment(int by, @GradioState(initial = "0") StateValue<Integer> counter) {
			return counter.update((value) -> value + by);
		}

		@GradioEndpoint
		int read(@GradioState("counter") int value) {
			return value;
		}

		@GradioEndpoint
		void reset(@GradioState("counter") StateValue<Integer> value) {
			value.set(null);
		}

		@GradioEndpoint
		String remember(@Nullable String text, @GradioState("remembered") StateValue<StringBuffer> state) {
			String before = (state.get() != null) ? state.get().toString() : "";
			state.set((text != null) ? new StringBuffer(text) : null);
			return before.isEmpty() ? "null" : before;
		}

		@GradioEndpoint
		List<Integer> initial(@GradioState(initial = "[1,2,3]") List<Integer> numbers) {
			return numbers;
		}

		@GradioEndpoint
		int fresh(@GradioState History history) {
			return ++history.visits;
		}

		@GradioEndpoint
		String unknown(@GradioState Thread.State state) {
			return String.valueOf(state);
		}

		@GradioEndpoint
		Flux<Integer> steps(@GradioState(initial = "0") StateValue<Integer> step) {
			return Flux.range(1, 3).doOnNext(step::set).doOnComplete(() -> step.set(99));
		}

		@GradioEndpoint
		String failing(@GradioState("failing") StateValue<String> state) {
			state.set("lost");
			throw new GradioException("failed");
		}

		@GradioEndpoint
		void unserializable(@GradioState("broken") StateValue<Broken> state) {
			state.set(new Broken());
		}

		@GradioEndpoint
		Mono<String> late(@GradioState("late") StateValue<String> state) {
			return Mono.fromRunnable(() -> state.set("set"));
		}

	}

}
