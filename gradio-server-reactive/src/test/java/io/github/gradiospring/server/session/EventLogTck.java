package io.github.gradiospring.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.gradiospring.protocol.message.EmptyOutput;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.LogMessage;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ProcessStarts;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.IntNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link EventLog} must do. */
public abstract class EventLogTck {

	private static final Duration LONG = Duration.ofSeconds(30);

	private EventLog log;

	/**
	 * Creates an empty log that lets producers wait when 256 results are unread.
	 * @return the log
	 */
	protected abstract EventLog createLog();

	@BeforeEach
	void createLogUnderTest() {
		this.log = createLog();
	}

	@Test
	void aLateReaderLosesNothing() {
		open("s", "e");
		append("s", estimation("e", 0), starts("e"), completed("e"));
		StepVerifier.create(messages("s"))
			.expectNext(estimation("e", 0), starts("e"), completed("e"))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void anEarlyReaderGetsMessagesAsTheyCome() {
		open("s", "e");
		StepVerifier.create(messages("s"))
			.then(() -> append("s", starts("e")))
			.expectNext(starts("e"))
			.then(() -> append("s", result("e", 1)))
			.expectNext(result("e", 1))
			.then(() -> append("s", completed("e")))
			.expectNext(completed("e"))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void oneBatchPerRequest() {
		open("s", "e");
		append("s", starts("e"), result("e", 1));
		StepVerifier.create(this.log.read("s"), 0)
			.thenRequest(1)
			.expectNext(List.of(starts("e"), result("e", 1)))
			.then(() -> append("s", result("e", 2)))
			.then(() -> append("s", result("e", 3)))
			.thenRequest(1)
			.expectNext(List.of(result("e", 2), result("e", 3)))
			.then(() -> append("s", completed("e")))
			.thenRequest(1)
			.expectNext(List.of(completed("e")))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void completesWhenTheLastOfSeveralEventsIsOver() {
		open("s", "a");
		open("s", "b");
		append("s", completed("b"));
		StepVerifier.create(messages("s"))
			.expectNext(completed("b"))
			.then(() -> open("s", "c"))
			.then(() -> append("s", completed("a")))
			.expectNext(completed("a"))
			.then(() -> append("s", completed("c")))
			.expectNext(completed("c"))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void anEventEndsOnce() {
		open("s", "e");
		append("s", completed("e"), result("e", 1), completed("e"), starts("e"));
		append("s", starts("never opened"));
		StepVerifier.create(messages("s")).expectNext(completed("e")).expectComplete().verify(LONG);
	}

	@Test
	void aChannelCanBeUsedAgain() {
		open("s", "a");
		append("s", completed("a"));
		StepVerifier.create(messages("s")).expectNext(completed("a")).expectComplete().verify(LONG);
		StepVerifier.create(messages("s")).expectComplete().verify(LONG);
		open("s", "b");
		append("s", completed("b"));
		StepVerifier.create(messages("s")).expectNext(completed("b")).expectComplete().verify(LONG);
	}

	@Test
	void unknownChannelIsAnError() {
		StepVerifier.create(messages("nobody")).expectError(ChannelNotFoundException.class).verify(LONG);
	}

	@Test
	void channelsAreApart() {
		open("s", "a");
		open("t", "b");
		append("s", completed("a"));
		append("t", completed("b"));
		StepVerifier.create(messages("t")).expectNext(completed("b")).expectComplete().verify(LONG);
		StepVerifier.create(messages("s")).expectNext(completed("a")).expectComplete().verify(LONG);
	}

	@Test
	void unreadEstimationsAndProgressAreReplaced() {
		open("s", "a");
		open("s", "b");
		append("s", estimation("a", 5), estimation("b", 6), estimation("a", 4), starts("a"), progress("a", 1),
				result("a", 1), progress("a", 2), progress("a", 3), completed("a"), completed("b"));
		StepVerifier.create(messages("s"))
			.expectNext(estimation("b", 6), estimation("a", 4), starts("a"), result("a", 1), progress("a", 3),
					completed("a"), completed("b"))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void readEstimationsAreNotReplaced() {
		open("s", "a");
		append("s", estimation("a", 5));
		StepVerifier.create(messages("s"))
			.expectNext(estimation("a", 5))
			.then(() -> append("s", estimation("a", 4)))
			.expectNext(estimation("a", 4))
			.then(() -> append("s", completed("a")))
			.expectNext(completed("a"))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void lateEstimationsAreIgnored() {
		open("s", "a");
		append("s", estimation("a", 3), estimation("a", 4), starts("a"), estimation("a", 0), completed("a"));
		StepVerifier.create(messages("s"))
			.expectNext(estimation("a", 3), starts("a"), completed("a"))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void discardedEventLeavesTheOthers() {
		open("s", "a");
		open("s", "b");
		this.log.discard("s", "a").block();
		append("s", completed("a"), completed("b"));
		StepVerifier.create(messages("s")).expectNext(completed("b")).expectComplete().verify(LONG);
	}

	@Test
	void discardingTheOnlyEventTakesTheChannelBack() {
		open("s", "a");
		this.log.discard("s", "a").block();
		StepVerifier.create(messages("s")).expectError(ChannelNotFoundException.class).verify(LONG);
		this.log.discard("s", "a").block();
	}

	@Test
	void discardingTheLastEventCompletesTheReader() {
		open("s", "a");
		open("s", "b");
		StepVerifier.create(messages("s"))
			.then(() -> append("s", completed("a")))
			.expectNext(completed("a"))
			.then(() -> this.log.discard("s", "b").block())
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void producersWaitForAReader() {
		open("s", "e");
		int sent = fill("s", "e");
		AtomicInteger room = new AtomicInteger();
		StepVerifier.create(this.log.append("s", result("e", sent)).doOnSuccess((done) -> room.incrementAndGet()))
			.then(() -> assertThat(room).hasValue(0))
			.then(() -> StepVerifier.create(messages("s").take(sent + 1))
				.expectNextCount(sent + 1)
				.expectComplete()
				.verify(LONG))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void waitingProducersLoseNothing() {
		int count = 2_000;
		open("s", "e");
		Mono<Void> producing = Flux.range(0, count)
			.concatMap((i) -> this.log.append("s", result("e", i)))
			.then(Mono.defer(() -> this.log.append("s", completed("e"))));
		List<ServerMessage> expected = new ArrayList<>();
		IntStream.range(0, count).forEach((i) -> expected.add(result("e", i)));
		expected.add(completed("e"));
		producing.subscribeOn(Schedulers.parallel()).subscribe();
		StepVerifier.create(messages("s").collectList()).expectNext(expected).expectComplete().verify(LONG);
	}

	@Test
	void manyProducersAreSerialized() {
		int producers = 8;
		int each = 500;
		IntStream.range(0, producers).forEach((p) -> open("s", "e" + p));
		Flux.range(0, producers)
			.flatMap((p) -> Flux.range(0, each)
				.concatMap((i) -> this.log.append("s", result("e" + p, i)))
				.then(Mono.defer(() -> this.log.append("s", completed("e" + p))))
				.subscribeOn(Schedulers.boundedElastic()))
			.subscribe();
		List<ServerMessage> all = messages("s").collectList().block(LONG);
		assertThat(all).hasSize(producers * (each + 1));
		IntStream.range(0, producers).forEach((p) -> {
			List<ServerMessage> own = all.stream().filter((message) -> ("e" + p).equals(message.eventId())).toList();
			assertThat(own).hasSize(each + 1);
			assertThat(own.get(each)).isEqualTo(completed("e" + p));
			IntStream.range(0, each).forEach((i) -> assertThat(own.get(i)).isEqualTo(result("e" + p, i)));
		});
	}

	@Test
	void aSecondReaderTakesOver() {
		open("s", "e");
		append("s", starts("e"));
		Sinks.Empty<Void> firstDone = Sinks.empty();
		List<ServerMessage> first = new ArrayList<>();
		messages("s").doOnComplete(firstDone::tryEmitEmpty).subscribe(first::add);
		StepVerifier.create(messages("s"))
			.then(() -> firstDone.asMono().block(LONG))
			.then(() -> append("s", result("e", 1), completed("e")))
			.expectNext(result("e", 1), completed("e"))
			.expectComplete()
			.verify(LONG);
		assertThat(first).containsExactly(starts("e"));
	}

	@Test
	void cancellingTheReaderLeavesTheChannel() {
		open("s", "e");
		append("s", starts("e"));
		StepVerifier.create(messages("s")).expectNext(starts("e")).thenCancel().verify(LONG);
		append("s", result("e", 1), completed("e"));
		StepVerifier.create(messages("s")).expectNext(result("e", 1), completed("e")).expectComplete().verify(LONG);
	}

	@Test
	void closeEndsTheReaderAndTheProducers() {
		open("s", "e");
		int sent = fill("s", "e");
		StepVerifier.create(this.log.append("s", result("e", sent)))
			.then(() -> this.log.close("s").block())
			.expectError(ChannelClosedException.class)
			.verify(LONG);
		StepVerifier.create(this.log.append("s", completed("e")))
			.expectError(ChannelClosedException.class)
			.verify(LONG);
		open("t", "f");
		StepVerifier.create(messages("t"))
			.then(() -> this.log.close("t").block())
			.expectError(ChannelClosedException.class)
			.verify(LONG);
		StepVerifier.create(this.log.close("nobody")).expectComplete().verify(LONG);
	}

	@Test
	void aClosedChannelCanBeOpenedAgain() {
		open("s", "a");
		append("s", starts("a"));
		this.log.close("s").block();
		open("s", "b");
		append("s", completed("b"));
		StepVerifier.create(messages("s")).expectNext(completed("b")).expectComplete().verify(LONG);
	}

	@Test
	void logMessagesKeepTheirPlace() {
		open("s", "e");
		append("s", starts("e"), note("e", "one"), result("e", 1), note("e", "two"), completed("e"));
		StepVerifier.create(messages("s"))
			.expectNext(starts("e"), note("e", "one"), result("e", 1), note("e", "two"), completed("e"))
			.expectComplete()
			.verify(LONG);
	}

	/** Sends results until the next one has to wait. */
	private int fill(String channel, String event) {
		for (int i = 0; i < 100_000; i++) {
			AtomicInteger done = new AtomicInteger();
			this.log.append(channel, result(event, i)).subscribe(null, (error) -> {
			}, done::incrementAndGet);
			if (done.get() == 0) {
				return i + 1;
			}
		}
		throw new AssertionError("The log is not bounded");
	}

	private Flux<ServerMessage> messages(String channel) {
		return this.log.read(channel).concatMapIterable((batch) -> batch, 1);
	}

	private void open(String channel, String event) {
		this.log.open(channel, event).block(LONG);
	}

	private void append(String channel, ServerMessage... messages) {
		for (ServerMessage message : messages) {
			this.log.append(channel, message).block(LONG);
		}
	}

	static Estimation estimation(String event, int rank) {
		return new Estimation(event, rank, 10, null);
	}

	static ProcessStarts starts(String event) {
		return new ProcessStarts(event, null);
	}

	static ProcessGenerating result(String event, int value) {
		return new ProcessGenerating(event, OutputData.of(List.of(IntNode.valueOf(value)), true, null, null), true,
				null);
	}

	static Progress progress(String event, int index) {
		return new Progress(event, List.of(new ProgressUnit(index, 10, "steps", null, null)));
	}

	static LogMessage note(String event, String text) {
		return new LogMessage(event, text, LogLevel.INFO, 10.0, true, "Info");
	}

	static ProcessCompleted completed(String event) {
		return new ProcessCompleted(event, new EmptyOutput(), true, null, null, null, null);
	}

}
