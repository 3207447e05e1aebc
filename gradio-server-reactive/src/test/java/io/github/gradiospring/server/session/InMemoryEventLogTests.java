package io.github.gradiospring.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.gradiospring.protocol.message.ServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link InMemoryEventLog}. */
class InMemoryEventLogTests extends EventLogTck {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final InMemoryEventLog.Builder builder = InMemoryEventLog.builder()
		.scheduler(this.time)
		.ticker(() -> this.time.now(TimeUnit.NANOSECONDS));

	@AfterEach
	void stopTime() {
		this.time.dispose();
	}

	@Override
	protected EventLog createLog() {
		return InMemoryEventLog.builder().build();
	}

	@Test
	void nothingIsLeftWhenAllWasRead() {
		InMemoryEventLog log = this.builder.build();
		open(log, "s", "e");
		assertThat(log.size()).isEqualTo(1);
		append(log, "s", completed("e"));
		assertThat(log.size()).isEqualTo(1);
		log.read("s").blockLast();
		assertThat(log.size()).isZero();
	}

	@Test
	void nothingIsLeftWhenTheReaderGoesAfterTheLastMessage() {
		InMemoryEventLog log = this.builder.build();
		open(log, "s", "e");
		append(log, "s", completed("e"));
		log.read("s").take(1).blockLast();
		assertThat(log.size()).isZero();
		StepVerifier.create(log.read("s")).verifyComplete();
	}

	@Test
	void aChannelOfSeveralEventsWaitsForANextOne() {
		InMemoryEventLog log = this.builder.linger(Duration.ofMillis(100)).build();
		open(log, "s", "a");
		open(log, "s", "b");
		append(log, "s", completed("a"), completed("b"));
		StepVerifier.create(log.read("s"))
			.expectNext(List.of(completed("a"), completed("b")))
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(99)))
			.then(() -> open(log, "s", "c"))
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(100)))
			.then(() -> append(log, "s", completed("c")))
			.expectNext(List.of(completed("c")))
			.then(() -> assertThat(log.size()).isEqualTo(1))
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(100)))
			.verifyComplete();
		assertThat(log.size()).isZero();
	}

	@Test
	void logMessagesAreBoundedOldestFirst() {
		InMemoryEventLog log = this.builder.maxLogs(3).build();
		open(log, "s", "e");
		append(log, "s", starts("e"));
		IntStream.range(0, 500).forEach((i) -> append(log, "s", note("e", "note " + i)));
		append(log, "s", result("e", 1));
		StepVerifier.create(log.read("s").take(1))
			.expectNext(List.of(starts("e"), note("e", "note 497"), note("e", "note 498"), note("e", "note 499"),
					result("e", 1)))
			.verifyComplete();
	}

	@Test
	void producersWaitAtTheBoundAndGoOnWhenItIsRead() {
		InMemoryEventLog log = this.builder.bufferSize(3).build();
		open(log, "s", "e");
		append(log, "s", result("e", 1), result("e", 2));
		AtomicInteger room = new AtomicInteger();
		Mono<Void> third = log.append("s", result("e", 3));
		third.subscribe(null, null, room::incrementAndGet);
		assertThat(room).hasValue(0);
		log.read("s").take(1).blockLast();
		assertThat(room).hasValue(1);
	}

	@Test
	void producersGiveUpWhenNobodyReads() {
		InMemoryEventLog log = this.builder.bufferSize(1).readerTimeout(Duration.ofSeconds(30)).build();
		open(log, "s", "e");
		StepVerifier.create(log.append("s", result("e", 1)))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(29)))
			.then(() -> assertThat(log.size()).isEqualTo(1))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(1)))
			.verifyError(ChannelClosedException.class);
		append(log, "s", completed("e"));
		StepVerifier.create(log.read("s")).expectNext(List.of(result("e", 1), completed("e"))).verifyComplete();
	}

	@Test
	void patienceStartsAnewWithEveryRead() {
		InMemoryEventLog log = this.builder.bufferSize(1).build();
		open(log, "s", "e");
		List<Throwable> errors = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			log.append("s", result("e", i)).subscribe(null, errors::add);
			this.time.advanceTimeBy(Duration.ofSeconds(20));
			log.read("s").take(1).blockLast();
		}
		assertThat(errors).isEmpty();
	}

	@Test
	void channelsExpire() {
		InMemoryEventLog log = this.builder.expiry(Duration.ofMinutes(10)).build();
		open(log, "s", "e");
		this.time.advanceTimeBy(Duration.ofMinutes(9));
		append(log, "s", starts("e"));
		this.time.advanceTimeBy(Duration.ofMinutes(9));
		assertThat(log.size()).isEqualTo(1);
		this.time.advanceTimeBy(Duration.ofMinutes(2));
		assertThat(log.size()).isZero();
		StepVerifier.create(log.read("s")).verifyError(ChannelNotFoundException.class);
		StepVerifier.create(log.append("s", completed("e"))).verifyError(ChannelClosedException.class);
	}

	@Test
	void expiryEndsWaitingProducers() {
		InMemoryEventLog log = this.builder.bufferSize(1)
			.readerTimeout(Duration.ofHours(1))
			.expiry(Duration.ofMinutes(10))
			.build();
		open(log, "s", "e");
		StepVerifier.create(log.append("s", result("e", 1))).then(() -> {
			this.time.advanceTimeBy(Duration.ofMinutes(11));
			assertThat(log.size()).isZero();
			this.time.advanceTime();
		}).verifyError(ChannelClosedException.class);
	}

	@Test
	void aReaderKeepsItsChannelAlive() {
		InMemoryEventLog log = this.builder.expiry(Duration.ofMinutes(10)).build();
		open(log, "s", "e");
		StepVerifier.create(log.read("s")).then(() -> {
			this.time.advanceTimeBy(Duration.ofHours(5));
			assertThat(log.size()).isEqualTo(1);
			append(log, "s", completed("e"));
		}).expectNext(List.of(completed("e"))).verifyComplete();
	}

	@Test
	void theMarkOfAnEndedChannelExpiresToo() {
		InMemoryEventLog log = this.builder.expiry(Duration.ofMinutes(10)).build();
		open(log, "s", "e");
		append(log, "s", completed("e"));
		log.read("s").blockLast();
		this.time.advanceTimeBy(Duration.ofMinutes(11));
		StepVerifier.create(log.read("s")).verifyError(ChannelNotFoundException.class);
	}

	@Test
	void tooManyChannelsAreRefused() {
		InMemoryEventLog log = this.builder.maxChannels(2).build();
		open(log, "a", "e");
		open(log, "b", "f");
		open(log, "b", "g");
		StepVerifier.create(log.open("c", "h")).verifyError(TooManySessionsException.class);
		append(log, "a", completed("e"));
		log.read("a").blockLast();
		StepVerifier.create(log.open("c", "h")).verifyComplete();
	}

	@Test
	void resultsThatNobodyReadsMakeRoomForOthersOldestFirst() {
		InMemoryEventLog log = this.builder.maxChannels(3).build();
		open(log, "a", "e");
		open(log, "b", "f");
		open(log, "c", "g");
		append(log, "b", completed("f"));
		append(log, "a", completed("e"));
		open(log, "d", "h");
		StepVerifier.create(log.read("b")).verifyError(ChannelNotFoundException.class);
		StepVerifier.create(log.read("a")).expectNext(List.of(completed("e"))).verifyComplete();
		assertThat(log.size()).isEqualTo(2);
	}

	@Test
	void emissionDoesNotGrowTheStack() {
		InMemoryEventLog log = this.builder.build();
		open(log, "s", "e");
		int count = 100_000;
		AtomicInteger seen = new AtomicInteger();
		log.read("s").subscribe(new BaseSubscriber<List<ServerMessage>>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				request(1);
			}

			@Override
			protected void hookOnNext(List<ServerMessage> batch) {
				// A producer that is woken by its own reader
				int next = seen.incrementAndGet();
				append(log, "s", (next < count) ? result("e", next) : completed("e"));
				request(1);
			}

			@Override
			protected void hookFinally(SignalType type) {
				seen.addAndGet(count);
			}

		});
		append(log, "s", result("e", 0));
		assertThat(seen.get()).isEqualTo(2 * count + 1);
	}

	private static void open(EventLog log, String channel, String event) {
		log.open(channel, event).block();
	}

	private static void append(EventLog log, String channel, ServerMessage... messages) {
		for (ServerMessage message : messages) {
			log.append(channel, message).subscribe();
		}
	}

}
