package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.github.gradiospring.protocol.message.EmptyOutput;
import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ProcessStarts;
import io.github.gradiospring.protocol.message.ProcessStreaming;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.queue.TestEndpoints.Script;
import io.github.gradiospring.server.session.ChannelNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DefaultGradioQueue}. */
class DefaultGradioQueueTests {

	private static final Script ECHO = Script.echo((value) -> value);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final TestEndpoints endpoints = new TestEndpoints();

	private QueueFixture fixture;

	@AfterEach
	void nothingIsLeft() {
		this.fixture.assertNothingLeft();
		this.fixture.close();
	}

	@Test
	void aCallWithoutSessionHasAChannelOfItsOwn() {
		this.endpoints.add("echo", ECHO);
		start();
		String id = this.fixture.join("echo", null, "x");
		assertThat(id).matches("[0-9a-f]{32}");
		this.fixture.run();
		assertThat(completion(id, id).output()).isInstanceOfSatisfying(OutputData.class,
				(output) -> assertThat(output.data()).containsExactly(StringNode.valueOf("x")));
	}

	@Test
	void anUnqueuedEndpointRunsAtOnce() {
		Sinks.One<JsonNode> result = Sinks.one();
		this.endpoints.add("fast", Script.values(result.asMono().flux()), (builder) -> builder.queued(false));
		start();
		String first = this.fixture.join("fast", "s", "x");
		String second = this.fixture.join("fast", "s", "x");
		this.fixture.run();
		assertThat(this.fixture.queue.status()).isEmpty();
		assertThat(this.fixture.messages("s")).containsExactly(new Estimation(first, 0, 1, null),
				new ProcessStarts(first, null), new Estimation(second, 0, 1, null), new ProcessStarts(second, null));
		result.tryEmitValue(IntNode.valueOf(1));
		assertThat(this.fixture.messages("s")).filteredOn(ProcessCompleted.class::isInstance).hasSize(2);
	}

	@Test
	void theLimitHolds() {
		AtomicInteger running = new AtomicInteger();
		List<Sinks.One<JsonNode>> results = new ArrayList<>();
		this.endpoints.add("work", (events) -> {
			running.incrementAndGet();
			Sinks.One<JsonNode> result = Sinks.one();
			results.add(result);
			return result.asMono()
				.map((value) -> List.of(List.of(value)))
				.doFinally((signal) -> running.decrementAndGet())
				.flux();
		}, (builder) -> builder.queue(TestEndpoints.policy("work", 3)));
		start();
		IntStream.range(0, 10).forEach((i) -> this.fixture.join("work", "s", i));
		for (int done = 0; done < 10; done++) {
			this.fixture.run();
			assertThat(running).hasValue(Math.min(3, 10 - done));
			assertThat(this.fixture.queue.status().get(0).running()).isEqualTo(Math.min(3, 10 - done));
			assertThat(this.fixture.queue.status().get(0).waiting()).isEqualTo(Math.max(0, 7 - done));
			results.get(done).tryEmitValue(IntNode.valueOf(done));
		}
		this.fixture.run();
		assertThat(this.fixture.messages("s")).filteredOn(ProcessCompleted.class::isInstance).hasSize(10);
	}

	@Test
	void unlimitedMeansUnlimited() {
		Sinks.One<JsonNode> result = Sinks.one();
		this.endpoints.add("work", Script.values(result.asMono().flux()),
				(builder) -> builder.queue(TestEndpoints.policy("work", 0)));
		start();
		IntStream.range(0, 50).forEach((i) -> this.fixture.join("work", "s", i));
		this.fixture.run();
		assertThat(this.fixture.queue.status().get(0).running()).isEqualTo(50);
		result.tryEmitValue(IntNode.valueOf(1));
		this.fixture.messages("s");
	}

	@Test
	void aFullQueueRefusesAndKeepsNothing() {
		Sinks.One<JsonNode> result = Sinks.one();
		this.endpoints.add("work", Script.values(result.asMono().flux()));
		start(QueueOptions.defaults().withMaxSize(1));
		this.fixture.join("work", "a", 1);
		this.fixture.join("work", "b", 1);
		StepVerifier.create(this.fixture.queue.join(this.fixture.call("work", "c", 1)))
			.verifyErrorMessage("Queue is full. Max size is 1 and size is 1.");
		StepVerifier.create(this.fixture.log.read("c")).verifyError(ChannelNotFoundException.class);
		assertThat(this.fixture.queue.openEvents()).isEqualTo(2);
		result.tryEmitValue(IntNode.valueOf(1));
		this.fixture.run();
		this.fixture.messages("a");
		this.fixture.messages("b");
	}

	@Test
	void anInvalidCallIsNotAccepted() {
		this.endpoints.add("echo", ECHO);
		InvalidInputException invalid = new InvalidInputException(List.of(new InvalidParameter("name", "is wrong")));
		this.fixture = new QueueFixture(this.endpoints, this.time,
				(builder) -> builder.validator((endpoint, data, request) -> Mono.error(invalid)));
		StepVerifier.create(this.fixture.queue.join(this.fixture.call("echo", "s", 1)))
			.expectErrorMatches((error) -> error == invalid)
			.verify();
		StepVerifier.create(this.fixture.log.read("s")).verifyError(ChannelNotFoundException.class);
	}

	@Test
	void anExecutorThatThrowsGivesThePlaceBack() {
		AtomicInteger calls = new AtomicInteger();
		this.endpoints.add("work", (events) -> {
			if (calls.getAndIncrement() == 0) {
				throw new AssertionError("assembly");
			}
			return Flux.just(List.of(events.get(0).data()));
		});
		start();
		String first = this.fixture.join("work", "s", 1);
		String second = this.fixture.join("work", "s", 2);
		this.fixture.run();
		List<ServerMessage> messages = this.fixture.messages("s");
		assertThat(completion(messages, first).output()).isEqualTo(ErrorOutput.hidden());
		assertThat(completion(messages, second).success()).isTrue();
	}

	@Test
	void aChunkThatIsNotValidIsExplained() {
		this.endpoints.add("work", Script.values(
				Flux.error(new InvalidInputException(List.of(new InvalidParameter("size", "must be less than 10"))))));
		start();
		String id = this.fixture.join("work", "s", 11);
		assertThat(message(completion("s", id))).isEqualTo("size: must be less than 10");
	}

	@Test
	void aResultOfTheWrongShapeGivesThePlaceBack() {
		this.endpoints.generator("work", (events) -> Flux.just(List.of(), List.of()));
		start();
		String id = this.fixture.join("work", "s", 1);
		this.fixture.run();
		assertThat(completion("s", id).success()).isFalse();
	}

	@Test
	void aFailingCacheDoesNotHoldThePlace() {
		this.endpoints.add("echo", ECHO, (builder) -> builder.cache(new CachePolicy(false, 1, Duration.ofHours(1))));
		this.fixture = new QueueFixture(this.endpoints, this.time, (builder) -> builder.cache(new BrokenCache()));
		String id = this.fixture.join("echo", "s", 1);
		this.fixture.run();
		assertThat(completion("s", id).success()).isTrue();
	}

	@Test
	void onlyTheOwnerCancels() {
		TestPublisher<JsonNode> results = TestPublisher.create();
		this.endpoints.add("work", Script.values(results.flux()));
		start();
		String id = this.fixture.join("work", "s", 1);
		this.fixture.run();
		this.fixture.queue.cancel(id, "other").block();
		this.fixture.queue.cancel("unknown", "s").block();
		assertThat(results.wasCancelled()).isFalse();
		this.fixture.queue.cancel(id, "s").block();
		assertThat(results.wasCancelled()).isTrue();
		this.fixture.queue.cancel(id, "s").block();
		assertThat(this.fixture.messages("s")).filteredOn(ProcessCompleted.class::isInstance)
			.containsExactly(new ProcessCompleted(id, new EmptyOutput(), true, null, null, null, null));
	}

	@Test
	void aCallWithoutSessionIsCancelledByItsOwnId() {
		this.endpoints.add("work", Script.values(Flux.never()));
		start();
		String id = this.fixture.join("work", null, 1);
		this.fixture.queue.cancel(id, id).block();
		assertThat(completion(id, id).output()).isEqualTo(new EmptyOutput());
	}

	@Test
	void aTakenEventCanBeCancelledBeforeItStarts() {
		AtomicInteger calls = new AtomicInteger();
		this.endpoints.add("work", (events) -> {
			calls.incrementAndGet();
			return Flux.never();
		});
		start();
		Sinks.Empty<Void> gate = Sinks.empty();
		this.fixture.store.delayTakes(gate.asMono());
		String id = this.fixture.join("work", "s", 1);
		assertThat(this.fixture.queue.size().block()).isZero();
		this.fixture.queue.cancel(id, "s").block();
		assertThat(this.fixture.queue.openEvents()).isEqualTo(1);
		gate.tryEmitEmpty();
		assertThat(calls).hasValue(0);
		assertThat(completion("s", id).output()).isEqualTo(new EmptyOutput());
	}

	@Test
	void oneOfABatchIsCancelledAndTheOthersGoOn() {
		Sinks.Empty<Void> done = Sinks.empty();
		this.endpoints.add("batch",
				(events) -> done.asMono()
					.then(Mono.fromSupplier(() -> events.stream().map((event) -> event.data()).toList()))
					.flux(),
				(builder) -> builder.queue(TestEndpoints.batch("batch", 3)));
		start();
		this.fixture.join("batch", "first", 0);
		String a = this.fixture.join("batch", "s", 1);
		String b = this.fixture.join("batch", "s", 2);
		String c = this.fixture.join("batch", "s", 3);
		this.fixture.run();
		done.tryEmitEmpty();
		this.fixture.run();
		this.fixture.messages("first");
		List<ServerMessage> messages = this.fixture.messages("s");
		assertThat(data(completion(messages, a))).containsExactly(IntNode.valueOf(1));
		assertThat(data(completion(messages, b))).containsExactly(IntNode.valueOf(2));
		assertThat(data(completion(messages, c))).containsExactly(IntNode.valueOf(3));
	}

	@Test
	void aBatchWithACancelledEvent() {
		List<TestPublisher<List<List<JsonNode>>>> runs = new ArrayList<>();
		this.endpoints.add("batch", (events) -> {
			TestPublisher<List<List<JsonNode>>> run = TestPublisher.create();
			runs.add(run);
			return run.flux();
		}, (builder) -> builder.queue(TestEndpoints.batch("batch", 3)));
		start();
		this.fixture.join("batch", "first", 0);
		String a = this.fixture.join("batch", "s", 1);
		String b = this.fixture.join("batch", "s", 2);
		this.fixture.run();
		runs.get(0).next(List.of(List.of(IntNode.valueOf(0)))).complete();
		this.fixture.run();
		this.fixture.queue.cancel(a, "s").block();
		assertThat(runs.get(1).wasCancelled()).isFalse();
		runs.get(1).next(List.of(List.of(IntNode.valueOf(1)), List.of(IntNode.valueOf(2)))).complete();
		this.fixture.messages("first");
		List<ServerMessage> messages = this.fixture.messages("s");
		assertThat(completion(messages, a).output()).isEqualTo(new EmptyOutput());
		assertThat(data(completion(messages, b))).containsExactly(IntNode.valueOf(2));
	}

	@Test
	void abandoningAChannelEndsAllItsEvents() {
		TestPublisher<JsonNode> results = TestPublisher.create();
		this.endpoints.add("work", Script.values(results.flux()));
		start();
		this.fixture.join("work", "s", 1);
		this.fixture.join("work", "s", 2);
		String other = this.fixture.join("work", "t", 3);
		this.fixture.run();
		this.fixture.queue.abandon("s").block();
		assertThat(results.wasCancelled()).isTrue();
		this.fixture.run();
		assertThat(this.fixture.queue.openEvents()).isEqualTo(1);
		results.next(IntNode.valueOf(3));
		results.complete();
		assertThat(completion("t", other).success()).isTrue();
	}

	@Test
	void aTimeLimitEndsTheRun() {
		TestPublisher<JsonNode> results = TestPublisher.create();
		this.endpoints.add("work", Script.values(results.flux()),
				(builder) -> builder.generator(true).queue(TestEndpoints.timeLimit("work", Duration.ofSeconds(3))));
		start();
		String id = this.fixture.join("work", "s", 1);
		this.fixture.run();
		results.next(IntNode.valueOf(1));
		this.fixture.after(Duration.ofMillis(2_999));
		assertThat(results.wasCancelled()).isFalse();
		this.fixture.after(Duration.ofMillis(1));
		assertThat(results.wasCancelled()).isTrue();
		ProcessCompleted completed = completion("s", id);
		assertThat(completed.success()).isFalse();
		assertThat(completed.title()).isNull();
		assertThat(completed.output())
			.isEqualTo(ErrorOutput.application("Time limit of 3 seconds exceeded.", 10.0, true, "Error"));
	}

	@Test
	void aFractionOfASecondIsALimitToo() {
		this.endpoints.add("work", Script.values(Flux.never()),
				(builder) -> builder.queue(TestEndpoints.timeLimit("work", Duration.ofMillis(1_500))));
		start();
		String id = this.fixture.join("work", "s", 1);
		this.fixture.after(Duration.ofSeconds(2));
		assertThat(((ErrorOutput) completion("s", id).output()).error())
			.isEqualTo("Time limit of 1.5 seconds exceeded.");
	}

	@Test
	void aSlowReaderSlowsTheSource() {
		AtomicInteger produced = new AtomicInteger();
		int count = 5_000;
		this.endpoints.generator("stream",
				Script.values(Flux.range(0, count).doOnNext((i) -> produced.incrementAndGet()).map(IntNode::valueOf)));
		start();
		this.fixture.join("stream", "s", 1);
		assertThat(produced).hasValue(256);
		List<ServerMessage> read = new ArrayList<>();
		for (int batch = 2; produced.get() < count; batch++) {
			this.fixture.log.read("s").next().subscribe(read::addAll);
			assertThat(produced).hasValue(Math.min(count, batch * 256));
		}
		read.addAll(this.fixture.messages("s"));
		assertThat(read).filteredOn(ProcessGenerating.class::isInstance).hasSize(count);
	}

	@Test
	void aSourceThatNobodyReadsIsCancelled() {
		TestPublisher<JsonNode> results = TestPublisher.create();
		this.endpoints.generator("stream", Script.values(results.flux().onBackpressureBuffer()));
		start();
		String id = this.fixture.join("stream", "s", 1);
		this.fixture.run();
		IntStream.range(0, 300).forEach((i) -> results.next(IntNode.valueOf(i)));
		this.fixture.after(Duration.ofSeconds(29));
		assertThat(results.wasCancelled()).isFalse();
		this.fixture.after(Duration.ofSeconds(1));
		assertThat(results.wasCancelled()).isTrue();
		assertThat(completion("s", id).output())
			.isEqualTo(ErrorOutput.application("The results were not read in time.", 10.0, true, "Error"));
	}

	@Test
	void stopEndsWaitingEventsAtOnceAndRunningOnesLater() {
		TestPublisher<JsonNode> results = TestPublisher.create();
		this.endpoints.add("work", Script.values(results.flux()));
		start();
		String running = this.fixture.join("work", "a", 1);
		String waiting = this.fixture.join("work", "b", 1);
		this.fixture.run();
		StepVerifier.create(this.fixture.queue.stop(Duration.ofSeconds(20))).then(() -> {
			assertThat(message(completion("b", waiting))).isEqualTo("Server stopped unexpectedly.");
			StepVerifier.create(this.fixture.queue.join(this.fixture.call("work", "c", 1)))
				.verifyError(QueueStoppedException.class);
			this.fixture.after(Duration.ofSeconds(19));
			assertThat(results.wasCancelled()).isFalse();
			this.fixture.after(Duration.ofSeconds(1));
		}).verifyComplete();
		assertThat(results.wasCancelled()).isTrue();
		assertThat(message(completion("a", running))).isEqualTo("Server stopped unexpectedly.");
	}

	@Test
	void stopCompletesWhenTheLastRunHasEnded() {
		TestPublisher<JsonNode> results = TestPublisher.create();
		this.endpoints.add("work", Script.values(results.flux()));
		start();
		String running = this.fixture.join("work", "a", 1);
		this.fixture.run();
		StepVerifier.create(this.fixture.queue.stop(Duration.ofSeconds(20)))
			.then(() -> results.next(IntNode.valueOf(1)))
			.then(results::complete)
			.verifyComplete();
		assertThat(completion("a", running).success()).isTrue();
		StepVerifier.create(this.fixture.queue.stop(Duration.ZERO)).verifyComplete();
	}

	@Test
	void callsThatEndWhereTheyStartDoNotGrowTheStack() {
		Sinks.One<JsonNode> first = Sinks.one();
		AtomicInteger depth = new AtomicInteger();
		this.endpoints.add("work", (events) -> {
			if (events.get(0).data().get(0).intValue() == 0) {
				return first.asMono().map((value) -> List.of(List.of(value))).flux();
			}
			depth.accumulateAndGet(Thread.currentThread().getStackTrace().length, Math::max);
			return Flux.error(new GradioException("The worker is full"));
		});
		start();
		this.fixture.join("work", "s", 0);
		int count = 3_000;
		IntStream.rangeClosed(1, count).forEach((i) -> this.fixture.join("work", "s", i));
		first.tryEmitValue(IntNode.valueOf(0));
		assertThat(depth).hasValueLessThan(500);
		assertThat(this.fixture.messages("s")).filteredOn(ProcessCompleted.class::isInstance).hasSize(count + 1);
	}

	@Test
	void etaFollowsFromRecentRuns() {
		this.endpoints.add("sleep",
				Script.values(
						Mono.<JsonNode>just(IntNode.valueOf(1)).delayElement(Duration.ofSeconds(4), this.time).flux()),
				(builder) -> builder.queue(new QueuePolicy("sleep", 2, false, 4, Duration.ofSeconds(10), null)));
		start();
		// The declared duration, before there was a run
		assertThat(this.fixture.queue.status().get(0).eta()).isEqualTo(Duration.ofSeconds(10));
		String first = this.fixture.join("sleep", "s", 1);
		this.fixture.run();
		assertThat(this.fixture.messages("s")).containsExactly(new Estimation(first, 0, 1, 10.0),
				new ProcessStarts(first, 10.0));
		this.fixture.after(Duration.ofSeconds(4));
		this.fixture.messages("s");
		// Two run, both for another 3 seconds
		this.fixture.join("sleep", "s", 1);
		this.fixture.join("sleep", "s", 1);
		this.fixture.after(Duration.ofSeconds(1));
		this.fixture.messages("s");
		String third = this.fixture.join("sleep", "s", 1);
		String fourth = this.fixture.join("sleep", "s", 1);
		// Own run 4, half a run for each one ahead, 3 until a place is free
		assertThat(this.fixture.messages("s")).containsExactly(new Estimation(third, 0, 1, 7.0),
				new Estimation(fourth, 1, 2, 9.0));
		assertThat(this.fixture.queue.status().get(0).eta()).isEqualTo(Duration.ofSeconds(11));
		this.fixture.after(Duration.ofSeconds(10));
		this.fixture.messages("s");
	}

	@Test
	void failuresDoNotEnterTheEta() {
		this.endpoints.add("fail", Script.values(Flux.error(new IllegalStateException("no"))));
		start();
		this.fixture.join("fail", "s", 1);
		this.fixture.run();
		this.fixture.messages("s");
		assertThat(this.fixture.queue.status().get(0).eta()).isNull();
	}

	@Test
	void updatesComeTogetherWhenDeparturesDo() {
		List<Sinks.One<JsonNode>> results = new ArrayList<>();
		this.endpoints.add("work", (events) -> {
			Sinks.One<JsonNode> result = Sinks.one();
			results.add(result);
			return result.asMono().map((value) -> List.of(List.of(value))).flux();
		});
		start(QueueOptions.defaults().withUpdateInterval(Duration.ofMillis(100)));
		IntStream.range(0, 5).forEach((i) -> this.fixture.join("work", "s" + i, i));
		this.fixture.run();
		this.fixture.messages("s4");
		this.fixture.after(Duration.ofSeconds(1));
		// The first departure is told at once
		finishNext(results);
		assertThat(this.fixture.messages("s4")).extracting((message) -> ((Estimation) message).rank())
			.containsExactly(2);
		finishNext(results);
		finishNext(results);
		assertThat(this.fixture.messages("s4")).isEmpty();
		this.fixture.after(Duration.ofMillis(100));
		assertThat(this.fixture.messages("s4")).extracting((message) -> ((Estimation) message).rank())
			.containsExactly(0);
		finishNext(results);
		finishNext(results);
		IntStream.range(0, 5).forEach((i) -> this.fixture.messages("s" + i));
		this.fixture.after(Duration.ofMillis(100));
	}

	private void finishNext(List<Sinks.One<JsonNode>> results) {
		results.get(results.size() - 1).tryEmitValue(IntNode.valueOf(1));
		this.fixture.run();
	}

	@Test
	void chunksWithoutATimeLimitWaitForAWhile() {
		this.endpoints.add("stream", ECHO, (builder) -> builder.chunkedInput(true));
		start();
		String id = this.fixture.join("stream", "s", 1);
		this.fixture.after(Duration.ofSeconds(29));
		this.fixture.queue.feed(id, QueueFixture.data(2)).block();
		this.fixture.after(Duration.ofSeconds(29));
		assertThat(this.fixture.messages("s")).filteredOn(ProcessStreaming.class::isInstance)
			.allSatisfy((message) -> assertThat(((ProcessStreaming) message).timeLimit()).isNull())
			.hasSize(2);
		this.fixture.after(Duration.ofSeconds(1));
		assertThat(data(completion("s", id))).containsExactly(IntNode.valueOf(2));
	}

	@Test
	void aChunkThatFailsEndsTheEvent() {
		this.endpoints.add("stream", Script.echo((value) -> {
			if (value.intValue() == 2) {
				throw new IllegalStateException("two");
			}
			return value;
		}), (builder) -> builder.chunkedInput(true));
		start(QueueOptions.defaults().withShowErrors(true));
		String id = this.fixture.join("stream", "s", 1);
		this.fixture.run();
		this.fixture.queue.feed(id, QueueFixture.data(2)).block();
		this.fixture.run();
		ProcessCompleted completed = completion("s", id);
		assertThat(completed.output()).isEqualTo(ErrorOutput.plain("two"));
		assertThat(completed.title()).isNull();
		assertThat(this.fixture.queue.endFeed(id).block()).isFalse();
	}

	@Test
	void aChunkedInputIsCancelledWhileItWaits() {
		this.endpoints.add("stream", ECHO, (builder) -> builder.chunkedInput(true));
		start();
		String id = this.fixture.join("stream", "s", 1);
		this.fixture.run();
		this.fixture.queue.cancel(id, "s").block();
		assertThat(completion("s", id).output()).isEqualTo(new EmptyOutput());
	}

	@Test
	void aChunkThatIsStillAtWorkWhenTimeIsUpIsStopped() {
		TestPublisher<JsonNode> results = TestPublisher.create();
		this.endpoints.add("stream", Script.values(results.flux()), (builder) -> builder.chunkedInput(true)
			.queue(TestEndpoints.timeLimit("stream", Duration.ofSeconds(3))));
		start();
		String id = this.fixture.join("stream", "s", 1);
		this.fixture.after(Duration.ofSeconds(3));
		assertThat(results.wasCancelled()).isTrue();
		assertThat(message(completion("s", id))).isEqualTo("Time limit of 3 seconds exceeded.");
	}

	@Test
	void ordinaryEventsTakeNoChunks() {
		this.endpoints.add("work", Script.values(Flux.never()));
		start();
		String id = this.fixture.join("work", "s", 1);
		this.fixture.run();
		assertThat(this.fixture.queue.feed(id, QueueFixture.data(2)).block()).isFalse();
		assertThat(this.fixture.queue.endFeed(id).block()).isFalse();
		this.fixture.queue.cancel(id, "s").block();
		this.fixture.messages("s");
	}

	@Test
	void aCachedReplayCanBeCancelled() {
		this.endpoints.add("spell", Script.values(Flux.never()),
				(builder) -> builder.generator(true).cache(new CachePolicy(false, 1, Duration.ofHours(1))));
		List<List<JsonNode>> rows = IntStream.range(0, 1_000)
			.<List<JsonNode>>mapToObj((i) -> List.of(IntNode.valueOf(i)))
			.toList();
		this.fixture = new QueueFixture(this.endpoints, this.time,
				(builder) -> builder.cache(new MapCache(Map.of("spell[1]", rows))));
		String id = this.fixture.join("spell", "s", 1);
		this.fixture.run();
		this.fixture.queue.cancel(id, "s").block();
		List<ServerMessage> messages = this.fixture.messages("s");
		assertThat(messages).filteredOn(ProcessGenerating.class::isInstance).hasSize(256);
		assertThat(completion(messages, id).output()).isEqualTo(new EmptyOutput());
	}

	private void start() {
		start(QueueOptions.defaults().withUpdateInterval(Duration.ZERO));
	}

	private void start(QueueOptions options) {
		UnaryOperator<DefaultGradioQueue.Builder> settings = (builder) -> builder.options(options);
		this.fixture = new QueueFixture(this.endpoints, this.time, settings);
	}

	private ProcessCompleted completion(String session, String id) {
		return completion(this.fixture.messages(session), id);
	}

	private static ProcessCompleted completion(List<ServerMessage> messages, String id) {
		List<ServerMessage> found = messages.stream()
			.filter((message) -> message instanceof ProcessCompleted && id.equals(message.eventId()))
			.toList();
		assertThat(found).as("completions of %s in %s", id, messages).hasSize(1);
		return (ProcessCompleted) found.get(0);
	}

	private static List<JsonNode> data(ProcessCompleted completed) {
		assertThat(completed.output()).isInstanceOf(OutputData.class);
		return ((OutputData) completed.output()).data();
	}

	private static String message(ProcessCompleted completed) {
		assertThat(completed.success()).isFalse();
		return ((ErrorOutput) completed.output()).error();
	}

	private static final class BrokenCache implements ResultCache {

		@Override
		public List<List<JsonNode>> find(Endpoint endpoint, List<JsonNode> data, String sessionHash) {
			return null;
		}

		@Override
		public void save(Endpoint endpoint, List<JsonNode> data, String sessionHash, List<List<JsonNode>> rows) {
			throw new RejectedExecutionException("full");
		}

		@Override
		public void removeSession(String sessionHash) {
		}

	}

}
