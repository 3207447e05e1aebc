package io.github.gradiospring.blocks.interfaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gradiospring.blocks.annotation.ExampleCache;
import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import io.github.gradiospring.server.endpoint.StateValue;
import io.github.gradiospring.server.file.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.blocks.interfaces.ExampleApp.json;
import static io.github.gradiospring.blocks.interfaces.ExampleApp.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExampleResultsTests {

	@TempDir
	Path folder;

	static class Lazy {

		@GradioEndpoint(timeLimit = "30s")
		@GradioInterface(cacheExamples = ExampleCache.LAZY,
				examples = { @GradioExample({ "a", "2" }), @GradioExample("b") })
		String repeat(String text, @GradioParam(defaultValue = "3") int times) {
			return text.repeat(times);
		}

	}

	static class Eager {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.EAGER,
				examples = { @GradioExample("a"), @GradioExample("b"), @GradioExample("c") })
		String more(String text) {
			return text + ".";
		}

	}

	static class EagerUnified {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.EAGER, unified = true, examples = @GradioExample("a"))
		String more(String text) {
			return text + ".";
		}

	}

	static class EagerWithDefault {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.EAGER, examples = @GradioExample("a"))
		String more(@GradioParam(defaultValue = "x") String text) {
			return text + ".";
		}

	}

	static class Streamed {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.LAZY, examples = @GradioExample("a"))
		Flux<String> spell(String text) {
			return Flux.just(text);
		}

	}

	static class MakesFile {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.LAZY, examples = @GradioExample("a"))
		Path print(String text) {
			return Path.of(text);
		}

	}

	static class WithState {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.LAZY, examples = @GradioExample("a"))
		String count(String text, @GradioState StateValue<Integer> count) {
			return text;
		}

	}

	static class Incomplete {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.LAZY, examples = @GradioExample("a"))
		String repeat(String text, int times) {
			return text.repeat(times);
		}

	}

	static class NoOutput {

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.LAZY, examples = @GradioExample("a"))
		void save(String text) {
		}

	}

	/** Ends runs when told to. */
	private static final class Runs implements EndpointExecutor {

		final List<TestPublisher<List<List<JsonNode>>>> started = new ArrayList<>();

		final List<Event> events = new ArrayList<>();

		@Override
		public Flux<List<List<JsonNode>>> execute(Endpoint endpoint, List<Event> events) {
			this.events.addAll(events);
			TestPublisher<List<List<JsonNode>>> run = TestPublisher.create();
			this.started.add(run);
			return run.flux();
		}

		TestPublisher<List<List<JsonNode>>> last() {
			return this.started.get(this.started.size() - 1);
		}

	}

	/** Answers at once, and counts. */
	private static final class Answers implements EndpointExecutor {

		final List<List<JsonNode>> calls = new ArrayList<>();

		@Override
		public Flux<List<List<JsonNode>>> execute(Endpoint endpoint, List<Event> events) {
			List<JsonNode> data = events.get(0).data();
			this.calls.add(data);
			return data.get(0).equals(json("'b'")) ? Flux.error(new IllegalStateException("b is wrong"))
					: Flux.just(List.of(List.of(json("'" + data.get(0).stringValue() + ".'"))));
		}

	}

	private static List<List<JsonNode>> result(String json) {
		return List.of(row(json));
	}

	@Test
	void choosingFillsAllInputsWithWhatTheResultIsOf() {
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, new Answers())) {
			StepVerifier.create(app.choose("repeat_example", 0)).expectNext(row("'a'", "2")).verifyComplete();
			StepVerifier.create(app.choose("repeat_example", 1)).expectNext(row("'b'", "3")).verifyComplete();
			assertThat(app.app.dependency("repeat_example_output").triggerAfter())
				.isEqualTo(app.app.dependency("repeat_example").id());
		}
	}

	@Test
	void anExampleRunsOnceForAllWhoChooseIt() {
		Runs runs = new Runs();
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, runs)) {
			Flux<List<JsonNode>> chosen = app.choose("repeat_example_output", 0);
			StepVerifier other = StepVerifier.create(chosen).expectNext(row("'aa'")).expectComplete().verifyLater();
			StepVerifier.create(chosen)
				.then(() -> runs.last().next(result("'aa'")).complete())
				.expectNext(row("'aa'"))
				.verifyComplete();
			other.verify();
			StepVerifier.create(chosen).expectNext(row("'aa'")).verifyComplete();
			assertThat(runs.started).hasSize(1);
			assertThat(runs.events.get(0).data()).isEqualTo(row("'a'", "2"));
			StepVerifier.create(app.choose("repeat_example_output", 1))
				.then(() -> runs.last().next(result("'bbb'")).complete())
				.expectNext(row("'bbb'"))
				.verifyComplete();
			assertThat(runs.events.get(1).data()).isEqualTo(row("'b'", "3"));
		}
	}

	@Test
	void resultsAreMadeForNobodyInParticular() {
		Runs runs = new Runs();
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, runs)) {
			app.choose("repeat_example_output", 0).subscribe().dispose();
			assertThat(runs.events.get(0).request().sessionHash()).isNull();
			assertThat(runs.events.get(0).request().username()).isNull();
			assertThat(runs.events.get(0).request().rootUrl()).isEmpty();
		}
	}

	@Test
	void whatFailedRunsAgain() {
		Runs runs = new Runs();
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, runs)) {
			Flux<List<JsonNode>> chosen = app.choose("repeat_example_output", 0);
			StepVerifier.create(chosen)
				.then(() -> runs.last().error(new GradioException("no")))
				.expectErrorMessage("no")
				.verify();
			StepVerifier.create(chosen)
				.then(() -> runs.last().next(result("'aa'")).complete())
				.expectNext(row("'aa'"))
				.verifyComplete();
			assertThat(runs.started).hasSize(2);
		}
	}

	@Test
	void aRunEndsWhenNobodyWaits() {
		Runs runs = new Runs();
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, runs)) {
			Flux<List<JsonNode>> chosen = app.choose("repeat_example_output", 0);
			Disposable one = chosen.subscribe();
			Disposable other = chosen.subscribe();
			one.dispose();
			runs.last().assertWasSubscribed();
			runs.last().assertNotCancelled();
			other.dispose();
			runs.last().assertCancelled();
			StepVerifier.create(chosen)
				.then(() -> runs.last().next(result("'aa'")).complete())
				.expectNext(row("'aa'"))
				.verifyComplete();
			assertThat(runs.started).hasSize(2);
		}
	}

	@Test
	void theTimeOfARunIsLimited() {
		Runs runs = new Runs();
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, runs)) {
			StepVerifier.withVirtualTime(() -> app.choose("repeat_example_output", 0))
				.expectSubscription()
				.expectNoEvent(Duration.ofSeconds(30))
				.expectErrorMatches((ex) -> ex instanceof GradioException && ex.getMessage().contains("30 seconds"))
				.verify();
			runs.last().assertCancelled();
		}
	}

	@Test
	void aStreamIsSeenAsItComesThenItsLastValue() {
		Runs runs = new Runs();
		try (ExampleApp app = ExampleApp.of(this.folder, Streamed.class, runs)) {
			Flux<List<JsonNode>> chosen = app.choose("spell_example_output", 0);
			StepVerifier.create(chosen)
				.then(() -> runs.last().next(result("'a'")))
				.expectNext(row("'a'"))
				.then(() -> runs.last().next(result("'ab'")))
				.expectNext(row("'ab'"))
				.then(() -> StepVerifier.create(chosen).expectNext(row("'ab'")).thenCancel().verify())
				.then(() -> runs.last().next(result("'abc'")).complete())
				.expectNext(row("'abc'"))
				.verifyComplete();
			StepVerifier.create(chosen).expectNext(row("'abc'")).verifyComplete();
			assertThat(runs.started).hasSize(1);
			assertThat(app.app.dependency("spell_example_output").types().generator()).isTrue();
		}
	}

	@Test
	void aStreamWithoutAResultShowsNothing() {
		Runs runs = new Runs();
		try (ExampleApp app = ExampleApp.of(this.folder, Streamed.class, runs)) {
			Flux<List<JsonNode>> chosen = app.choose("spell_example_output", 0);
			StepVerifier.create(chosen).then(() -> runs.last().complete()).verifyComplete();
			StepVerifier.create(chosen).expectNext(row("null")).verifyComplete();
			assertThat(runs.started).hasSize(1);
		}
	}

	@Test
	void eagerExamplesRunAheadAndAFailureStopsNoOther() {
		Answers answers = new Answers();
		try (ExampleApp app = ExampleApp.of(this.folder, Eager.class, answers)) {
			assertThat(answers.calls).isEmpty();
			StepVerifier.create(app.app.pages.cacheExamples()).verifyComplete();
			assertThat(answers.calls).containsExactly(row("'a'"), row("'b'"), row("'c'"));
			StepVerifier.create(app.choose("more_example_output", 2)).expectNext(row("'c.'")).verifyComplete();
			assertThat(answers.calls).hasSize(3);
			StepVerifier.create(app.choose("more_example_output", 1)).expectErrorMessage("b is wrong").verify();
			assertThat(answers.calls).hasSize(4);
		}
	}

	@Test
	void onlyEagerExamplesRunAhead() {
		Answers answers = new Answers();
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, answers)) {
			StepVerifier.create(app.app.pages.cacheExamples()).verifyComplete();
			assertThat(answers.calls).isEmpty();
		}
	}

	@Test
	void thePageOpensWithTheFirstExample() {
		Answers answers = new Answers();
		try (ExampleApp app = ExampleApp.of(this.folder, Eager.class, answers)) {
			assertThat(app.app.dependency("more_example_first").targets())
				.allMatch((target) -> target.componentId() == null && target.event().equals("load"));
			StepVerifier.create(app.call("more_example_first"))
				.expectNext(row("{'__type__': 'update'}", "{'__type__': 'update'}"))
				.verifyComplete();
			assertThat(answers.calls).isEmpty();
			StepVerifier.create(app.app.pages.cacheExamples()).verifyComplete();
			StepVerifier.create(app.call("more_example_first")).expectNext(row("'a'", "'a.'")).verifyComplete();
		}
	}

	@Test
	void inputsThatAreOutputsOpenWithTheResult() {
		try (ExampleApp app = ExampleApp.of(this.folder, EagerUnified.class, new Answers())) {
			StepVerifier.create(app.app.pages.cacheExamples()).verifyComplete();
			StepVerifier.create(app.call("more_example_first")).expectNext(row("'a.'")).verifyComplete();
		}
	}

	@Test
	void inputsWithADefaultOpenWithIt() {
		try (ExampleApp app = ExampleApp.of(this.folder, EagerWithDefault.class, new Answers())) {
			assertThat(app.app.registry.find("more_example_output")).isPresent();
			assertThat(app.app.registry.find("more_example_first")).isEmpty();
		}
	}

	@Test
	void aFileThatExpiredIsMadeAgain() throws IOException {
		Path printed = Files.writeString(this.folder.resolve("printed.txt"), "x");
		AtomicInteger runs = new AtomicInteger();
		AtomicReference<List<List<JsonNode>>> made = new AtomicReference<>();
		EndpointExecutor executor = (endpoint, events) -> {
			runs.incrementAndGet();
			return Flux.just(made.get());
		};
		try (ExampleApp app = ExampleApp.of(this.folder, MakesFile.class, executor)) {
			StoredFile stored = app.files.save("printed.txt", printed);
			String file = "{'path': '%s', 'url': '%s', 'meta': {'_type': 'gradio.FileData'}}";
			made.set(result(file.formatted(stored.path(), "/gradio_api/file=" + stored.path())));
			String seen = file.formatted(stored.path(), "http://localhost/gradio_api/file=" + stored.path());
			Flux<List<JsonNode>> chosen = app.choose("print_example_output", 0);
			StepVerifier.create(chosen).expectNext(row(seen)).verifyComplete();
			StepVerifier.create(chosen).expectNext(row(seen)).verifyComplete();
			assertThat(runs).hasValue(1);
			Files.delete(stored.location());
			StepVerifier.create(chosen).expectNext(row(seen)).verifyComplete();
			assertThat(runs).hasValue(2);
		}
	}

	@Test
	void anExampleThatDoesNotExistIsAnError() {
		try (ExampleApp app = ExampleApp.of(this.folder, Lazy.class, new Answers())) {
			StepVerifier.create(app.choose("repeat_example_output", 2)).expectError(GradioException.class).verify();
			StepVerifier.create(app.call("repeat_example_output", json("'0'")))
				.expectError(GradioException.class)
				.verify();
		}
	}

	@Test
	void whatCannotBeKeptIsWrong() {
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> ExampleApp.of(this.folder, WithState.class, new Answers()))
			.withMessageContaining("has state");
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> ExampleApp.of(this.folder, Incomplete.class, new Answers()))
			.withMessageContaining("'times'");
	}

	@Test
	void withoutOutputsThereIsNothingToKeep() {
		try (ExampleApp app = ExampleApp.of(this.folder, NoOutput.class, new Answers())) {
			assertThat(app.app.registry.find("save_example")).isPresent();
			assertThat(app.app.registry.find("save_example_output")).isEmpty();
		}
	}

}
