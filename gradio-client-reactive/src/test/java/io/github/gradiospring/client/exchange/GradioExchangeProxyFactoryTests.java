package io.github.gradiospring.client.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.client.error.NotAGradioAppException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Tests for {@link GradioExchangeProxyFactory}. */
class GradioExchangeProxyFactoryTests {

	private final Mono<GradioApp> app = Mono.just(RecordedApp.main());

	@Test
	void callsForTheLastValueWithInputsByName() {
		RecordingClient client = new RecordingClient(this.app, 1.0, 3.0);
		Tools tools = tools(client);
		StepVerifier.create(tools.calculate(1, Operation.add, 2)).expectNext(3.0).verifyComplete();
		assertThat(client.call().endpoint()).isEqualTo("calculator");
		assertThat(client.call().named()).isEqualTo(Map.of("num1", 1.0, "operation", Operation.add, "num2", 2.0));
		assertThat(client.call().style()).isEqualTo("retrieve");
		assertThat(client.call().type()).isEqualTo(Double.class);
	}

	@Test
	void callsNothingBeforeASubscriptionAndOnceForEach() {
		RecordingClient client = new RecordingClient(this.app, "a");
		Flux<String> values = tools(client).spell("a");
		assertThat(client.calls).isEmpty();
		values.blockLast();
		values.blockLast();
		assertThat(client.calls).hasSize(2);
	}

	@Test
	void streamsValuesAndEvents() {
		RecordingClient client = new RecordingClient(this.app, "a", "ab");
		StepVerifier.create(tools(client).spell("ab")).expectNext("a", "ab").verifyComplete();
		assertThat(client.call().style()).isEqualTo("stream");
		StepVerifier.create(tools(client).spellEvents("ab"))
			.expectNext(new GradioEvent.Output<>("a"), new GradioEvent.Output<>("ab"))
			.verifyComplete();
		assertThat(client.call().style()).isEqualTo("events");
		assertThat(client.call().type()).isEqualTo(String.class);
	}

	@Test
	void asksForGenericTypesAsTheyAreDeclared() {
		RecordingClient client = new RecordingClient(this.app, List.of());
		tools(client).swapped("a", 1).block();
		assertThat(client.call().type()).isEqualTo(new ParameterizedTypeReference<List<JsonNode>>() {
		}.getType());
	}

	@Test
	void findsEndpointsAndInputsInSnakeCase() {
		RecordingClient client = new RecordingClient(this.app, "a");
		tools(client).textAndNull().block();
		assertThat(client.call().endpoint()).isEqualTo("text_and_null");
		tools(client).statefulChatbot("hi", null).block();
		assertThat(client.call().named()).isEqualTo(Map.of("message", "hi"));
		tools(client).statefulChatbot("hi", List.of("x")).block();
		assertThat(client.call().named()).containsEntry("chat_history", List.of("x"));
	}

	@Test
	void leavesOutWhatIsNullAndHasADefault() {
		RecordingClient client = new RecordingClient(this.app, 1.0);
		tools(client).defaults(Optional.empty(), null, Optional.of(5.0)).block();
		assertThat(client.call().named()).isEqualTo(Map.of("num2", 5.0));
	}

	@Test
	void sendsNullWhereThereIsNoDefault() {
		RecordingClient client = new RecordingClient(this.app);
		StepVerifier.create(tools(client).calculate(1, null, 2)).verifyComplete();
		assertThat(client.call().named()).containsEntry("operation", null).hasSize(3);
	}

	@Test
	void waitsForPlainResults() {
		assertThat(tools(new RecordingClient(this.app, "Hi!")).greet("A", "!")).isEqualTo("Hi!");
		assertThat(tools(new RecordingClient(this.app)).greet("A", "!")).isNull();
		assertThat(tools(new RecordingClient(this.app, 2.0)).bounded(1)).isEqualTo(2.0);
		assertThat(tools(new RecordingClient(this.app)).greeting("A")).isEmpty();
		assertThat(tools(new RecordingClient(this.app, "B")).greeting("A")).hasValue("B");
		RecordingClient client = new RecordingClient(this.app, List.of());
		tools(client).noOutput("a");
		assertThat(client.call().endpoint()).isEqualTo("no_output");
		assertThatIllegalStateException().isThrownBy(() -> tools(new RecordingClient(this.app)).bounded(1))
			.withMessageContaining("Tools.bounded(double) got no value for the primitive");
	}

	@Test
	void refusesToWaitOnAThreadThatMustNotBlock() {
		RecordingClient client = new RecordingClient(this.app, "Hi!");
		Tools tools = tools(client);
		Mono<String> call = Mono.fromCallable(() -> tools.greet("A", "!")).subscribeOn(Schedulers.parallel());
		StepVerifier.create(call)
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(IllegalStateException.class)
				.hasMessageMatching(".*Tools.greet\\(String, String\\) waits for its result, and thread 'parallel-\\d+'"
						+ " must not block. Return a Mono, or call it elsewhere."));
		assertThat(client.calls).isEmpty();
	}

	@Test
	void speaksOtherReactiveTypes() {
		RecordingClient client = new RecordingClient(this.app, "x");
		assertThat(tools(client).unicode()).isCompletedWithValue("x");
		StepVerifier.create(tools(client).showGroup()).verifyComplete();
		assertThat(client.call().endpoint()).isEqualTo("show_group");
	}

	@Test
	void submitsAtOnce() {
		RecordingClient client = new RecordingClient(this.app, "a", "ab");
		GradioJob<String> job = tools(client).spellJob("ab");
		assertThat(client.call().style()).isEqualTo("submit");
		assertThat(job.status().state()).isEqualTo(State.FINISHED);
		assertThat(job.outputs()).containsExactly("a", "ab");
		assertThat(job.result().block()).isEqualTo("ab");
		assertThat(job.events().count().block()).isEqualTo(2);
		assertThat(job.cancel().block()).isFalse();
		assertThat(job.send("x").block()).isTrue();
		assertThat(job.endOfInput().blockOptional()).isEmpty();
	}

	@Test
	void submitsWhenTheAppIsKnown() {
		Sinks.One<GradioApp> sink = Sinks.one();
		RecordingClient client = new RecordingClient(sink.asMono(), "a");
		GradioJob<String> job = tools(client).spellJob("a");
		assertThat(job.status().state()).isEqualTo(State.JOINING);
		assertThat(job.outputs()).isEmpty();
		assertThat(client.calls).isEmpty();
		StepVerifier.create(job.result())
			.then(() -> sink.tryEmitValue(RecordedApp.main()))
			.expectNext("a")
			.verifyComplete();
	}

	@Test
	void failsTheJobWhenTheAppCannotBeAsked() {
		RecordingClient client = new RecordingClient(Mono.error(new NotAGradioAppException("no")));
		GradioJob<String> job = tools(client).spellJob("a");
		assertThat(job.status().state()).isEqualTo(State.FAILED);
		assertThat(job.status().error()).isInstanceOf(NotAGradioAppException.class);
		StepVerifier.create(job.result()).verifyError(NotAGradioAppException.class);
		StepVerifier.create(job.events()).verifyError(NotAGradioAppException.class);
	}

	@Test
	void runsDefaultMethodsOfHiddenInterfaces() {
		RecordingClient client = new RecordingClient(this.app, "hi");
		assertThat(tools(client).twice().block()).isEqualTo("hihi");
	}

	@Test
	void isAnObject() {
		RecordingClient client = new RecordingClient(this.app);
		Tools tools = tools(client);
		assertThat(tools).isEqualTo(tools).isNotEqualTo(tools(client)).hasSameHashCodeAs(tools);
		assertThat(tools).hasToString("Gradio exchange " + Tools.class.getName());
	}

	@Test
	void givesArgumentsByPositionWhereTheAppDescribesNothing() {
		GradioApp known = RecordedApp.main();
		List<AppEndpoint> bare = known.endpoints()
			.stream()
			.map((endpoint) -> new AppEndpoint(endpoint.dependency(), null, endpoint.inputs(), endpoint.outputs()))
			.toList();
		RecordingClient client = new RecordingClient(Mono.just(new GradioApp(known.config(), known.info(), bare)));
		tools(client).defaults(Optional.of(1.0), null, Optional.empty()).block();
		assertThat(client.call().named()).isEmpty();
		assertThat(client.call().positional()).containsExactly(1.0, null, null);
	}

	@Test
	void asksAgainAfterAFailure() {
		Mono<GradioApp> app = inTurn(List.of(Mono.error(new NotAGradioAppException("down")), this.app));
		Tools tools = tools(new RecordingClient(app, "a"));
		assertThatExceptionOfType(NotAGradioAppException.class).isThrownBy(() -> tools.textAndNull().block());
		assertThat(tools.textAndNull().block()).isEqualTo("a");
	}

	@Test
	void comparesAgainWhenTheAppChanged() {
		GradioApp whole = RecordedApp.main();
		GradioApp less = new GradioApp(whole.config(), whole.info(), List.of());
		Mono<GradioApp> app = inTurn(List.of(Mono.just(whole), Mono.just(whole), Mono.just(less)));
		Tools tools = tools(new RecordingClient(app, "a"));
		assertThat(tools.textAndNull().block()).isEqualTo("a");
		assertThat(tools.textAndNull().block()).isEqualTo("a");
		assertThatExceptionOfType(GradioExchangeMismatchException.class).isThrownBy(() -> tools.textAndNull().block());
	}

	private static Mono<GradioApp> inTurn(List<Mono<GradioApp>> apps) {
		Iterator<Mono<GradioApp>> next = apps.iterator();
		return Mono.defer(next::next);
	}

	private static Tools tools(RecordingClient client) {
		return GradioExchangeProxyFactory.create(client).createClient(Tools.class);
	}

	enum Operation {

		add, subtract

	}

	interface Tools {

		@GradioCall("/calculator")
		Mono<Double> calculate(double num1, @Nullable Operation operation, double num2);

		@GradioCall("calculator_defaults")
		Mono<Double> defaults(Optional<Double> num1, @GradioInput("operation") @Nullable String how,
				Optional<Double> num2);

		@GradioCall
		Flux<String> spell(String text);

		@GradioCall("/spell")
		Flux<GradioEvent<String>> spellEvents(String text);

		@GradioCall("/spell")
		GradioJob<String> spellJob(String text);

		@GradioCall("/swap")
		Mono<List<JsonNode>> swapped(String text, double number);

		@GradioCall
		Mono<Object> textAndNull();

		@GradioCall
		Mono<JsonNode> statefulChatbot(String message, @Nullable List<Object> chatHistory);

		@GradioCall
		@Nullable String greet(String name, String punctuation);

		@GradioCall
		double bounded(double n);

		@GradioCall
		Optional<String> greeting(String name);

		@GradioCall
		void noOutput(String text);

		@GradioCall
		CompletableFuture<String> unicode();

		@GradioCall
		Mono<Void> showGroup();

		default Mono<String> twice() {
			return spell("hi").last().map((text) -> text + text);
		}

	}

}
