package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.queue.TestEndpoints.Script;
import io.github.gradiospring.server.session.ChannelClosedException;
import io.github.gradiospring.server.session.ChannelNotFoundException;
import io.github.gradiospring.server.session.InMemoryEventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callers on many threads join, read, cancel, and leave, endpoints succeed, stream, fail
 * and take too long: whatever the interleaving, each event ends once, and nothing is left
 * at the end.
 */
class QueueStressTests {

	private static final int CALLERS = 8;

	private static final int SESSIONS_PER_CALLER = 150;

	private static final Duration LONG = Duration.ofSeconds(60);

	private final Scheduler workers = Schedulers.newParallel("stress", 4);

	private final AtomicInteger running = new AtomicInteger();

	private final AtomicInteger mostRunning = new AtomicInteger();

	private final InMemoryQueueStore store = new InMemoryQueueStore();

	private final InMemoryEventLog log = InMemoryEventLog.builder().bufferSize(8).build();

	private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

	@AfterEach
	void stopWorkers() {
		this.callers.shutdownNow();
		this.workers.dispose();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void eachEventEndsOnceAndNothingIsLeft(long seed) throws InterruptedException {
		TestEndpoints endpoints = endpoints();
		DefaultGradioQueue queue = DefaultGradioQueue.builder(endpoints, endpoints, this.store, this.log)
			.options(QueueOptions.defaults().withUpdateInterval(Duration.ofMillis(1)))
			.build();
		Map<String, AtomicInteger> completions = new ConcurrentHashMap<>();
		List<Throwable> failures = new ArrayList<>();
		CountDownLatch done = new CountDownLatch(CALLERS);
		for (int caller = 0; caller < CALLERS; caller++) {
			Random random = new Random(seed * 1_000 + caller);
			String prefix = "caller" + caller + "-";
			this.callers.execute(() -> {
				try {
					for (int i = 0; i < SESSIONS_PER_CALLER; i++) {
						session(queue, endpoints, prefix + i, random, completions);
					}
				}
				catch (Throwable ex) {
					synchronized (failures) {
						failures.add(ex);
					}
				}
				finally {
					done.countDown();
				}
			});
		}
		assertThat(done.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(failures).isEmpty();
		assertThat(queue.stop(LONG).block(LONG)).isNull();
		assertThat(completions).isNotEmpty().allSatisfy((id, count) -> assertThat(count).as(id).hasValue(1));
		assertThat(queue.openEvents()).isZero();
		assertThat(this.store.queues()).isZero();
		assertThat(this.store.size().block()).isZero();
		assertThat(this.log.size()).isZero();
		assertThat(this.running).hasValue(0);
		assertThat(this.mostRunning).hasValueBetween(1, 3);
	}

	private void session(DefaultGradioQueue queue, TestEndpoints endpoints, String session, Random random,
			Map<String, AtomicInteger> completions) {
		List<String> names = List.of("quick", "stream", "fail", "late", "batch", "slow", "fast", "chunks");
		List<String> ids = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(4); i++) {
			QueueCall call = new QueueCall(endpoints.get(names.get(random.nextInt(names.size()))),
					List.of(IntNode.valueOf(random.nextInt(20))), session, QueueFixture.request(session));
			ids.add(queue.join(call).block(LONG));
		}
		boolean leaves = random.nextInt(5) == 0;
		for (String id : ids) {
			switch (random.nextInt(6)) {
				case 0 -> queue.cancel(id, session).block(LONG);
				case 1 -> queue.feed(id, List.of(IntNode.valueOf(1))).block(LONG);
				default -> queue.endFeed(id).block(LONG);
			}
		}
		if (leaves && random.nextBoolean()) {
			queue.abandon(session).block(LONG);
			return;
		}
		ids.forEach((id) -> queue.endFeed(id).block(LONG));
		Flux<ServerMessage> messages = this.log.read(session).concatMapIterable((batch) -> batch, 1);
		if (leaves) {
			messages = messages.take(random.nextInt(10)).concatWith(queue.abandon(session).then(Mono.empty()));
		}
		List<ServerMessage> read = messages.onErrorComplete(ChannelClosedException.class)
			.onErrorComplete(ChannelNotFoundException.class)
			.collectList()
			.block(LONG);
		for (ServerMessage message : read) {
			if (message instanceof ProcessCompleted) {
				completions.computeIfAbsent(message.eventId(), (id) -> new AtomicInteger()).incrementAndGet();
			}
		}
		if (!leaves) {
			assertThat(completions).containsKeys(ids.toArray(String[]::new));
		}
	}

	private TestEndpoints endpoints() {
		return new TestEndpoints()
			.add("quick", limited(Script.echo((value) -> value)),
					(builder) -> builder.queue(TestEndpoints.policy("shared", 3)))
			.add("stream",
					limited((events) -> Flux.range(0, events.get(0).data().get(0).intValue())
						.map((i) -> List.of(List.of(IntNode.valueOf(i))))),
					(builder) -> builder.generator(true).queue(TestEndpoints.policy("shared", 3)))
			.add("fail", limited((events) -> Flux.error(new GradioException("on purpose"))),
					(builder) -> builder.queue(TestEndpoints.policy("shared", 3)))
			.add("late", (events) -> Flux.<List<List<JsonNode>>>never(),
					(builder) -> builder.queue(TestEndpoints.timeLimit("late", Duration.ofMillis(1))))
			.add("batch",
					(events) -> Mono.fromSupplier(() -> events.stream().map((event) -> event.data()).toList())
						.subscribeOn(this.workers)
						.flux(),
					(builder) -> builder.queue(TestEndpoints.batch("batch", 5)))
			.add("slow",
					(events) -> Mono.delay(Duration.ofMillis(1), this.workers)
						.map((tick) -> List.of(events.get(0).data()))
						.flux())
			.add("fast", Script.echo((value) -> value), (builder) -> builder.queued(false))
			.add("chunks", Script.echo((value) -> value), (builder) -> builder.chunkedInput(true));
	}

	/** Counts how many run at a time, and runs them on a worker. */
	private Script limited(Script script) {
		return (events) -> Flux.defer(() -> {
			this.mostRunning.accumulateAndGet(this.running.incrementAndGet(), Math::max);
			AtomicBoolean over = new AtomicBoolean();
			Runnable end = () -> {
				if (over.compareAndSet(false, true)) {
					this.running.decrementAndGet();
				}
			};
			return script.run(events)
				.onErrorComplete((error) -> over.get())
				.subscribeOn(this.workers)
				.doOnTerminate(end)
				.doOnCancel(end);
		});
	}

}
