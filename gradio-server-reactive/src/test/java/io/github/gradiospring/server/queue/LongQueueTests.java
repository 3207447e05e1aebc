package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.session.EventLog;
import io.github.gradiospring.server.session.InMemoryEventLog;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a long queue costs, counted in messages. */
class LongQueueTests {

	private static final int WAITING = 10_000;

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final Deque<Sinks.One<JsonNode>> running = new ConcurrentLinkedDeque<>();

	private final TestEndpoints endpoints = new TestEndpoints().add("work", (events) -> {
		Sinks.One<JsonNode> result = Sinks.one();
		this.running.add(result);
		return result.asMono().map((value) -> List.of(List.of(value))).flux();
	});

	private final CountingLog log = new CountingLog(
			InMemoryEventLog.builder().scheduler(this.time).maxChannels(20_000).build());

	@Test
	void aStepCostsTheSameHoweverManyWait() {
		DefaultGradioQueue queue = queue(Duration.ZERO);
		List<String> ids = fill(queue);
		this.log.messages.clear();
		for (int step = 0; step < 100; step++) {
			finishNext();
			// The result, the start of the next one, and the ranks that are told
			assertThat(this.log.messages.size()).isLessThanOrEqualTo(2 + 26);
			this.log.messages.clear();
		}
		for (int step = 0; step < 100; step++) {
			String middle = ids.get(5_000 + step);
			queue.cancel(middle, middle).block();
			assertThat(this.log.messages.size()).isLessThanOrEqualTo(1 + 2);
			this.log.messages.clear();
		}
	}

	@Test
	void everybodyIsToldALogarithmOfTimes() {
		DefaultGradioQueue queue = queue(Duration.ZERO);
		List<String> ids = fill(queue);
		for (int step = 0; step <= WAITING; step++) {
			finishNext();
		}
		String last = ids.get(ids.size() - 1);
		List<Integer> ranks = this.log.messages.stream()
			.filter((message) -> message instanceof Estimation && last.equals(message.eventId()))
			.map((message) -> ((Estimation) message).rank())
			.toList();
		assertThat(ranks).startsWith(WAITING - 1, 8_192, 4_096, 2_048, 1_024, 512, 256, 128, 64, 32, 16, 15, 14)
			.endsWith(2, 1, 0)
			.hasSize(11 + 16);
		assertThat(queue.openEvents()).isZero();
	}

	@Test
	void quickRunsAreToldTogether() {
		DefaultGradioQueue queue = queue(Duration.ofMillis(100));
		fill(queue);
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		this.log.messages.clear();
		for (int step = 0; step < 5_000; step++) {
			finishNext();
		}
		this.time.advanceTimeBy(Duration.ofMillis(100));
		long told = this.log.messages.stream().filter(Estimation.class::isInstance).count();
		assertThat(told).isLessThanOrEqualTo(26 + 5_000);
	}

	private DefaultGradioQueue queue(Duration updateInterval) {
		return DefaultGradioQueue.builder(this.endpoints, this.endpoints, new InMemoryQueueStore(), this.log)
			.options(QueueOptions.defaults().withUpdateInterval(updateInterval))
			.scheduler(this.time)
			.ticker(() -> this.time.now(TimeUnit.NANOSECONDS))
			.build();
	}

	private List<String> fill(DefaultGradioQueue queue) {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i <= WAITING; i++) {
			QueueCall call = new QueueCall(this.endpoints.get("work"), List.of(), null, QueueFixture.request(null));
			ids.add(queue.join(call).block());
		}
		assertThat(queue.size().block()).isEqualTo(WAITING);
		return ids;
	}

	private void finishNext() {
		this.running.remove().tryEmitValue(IntNode.valueOf(1));
	}

	private static final class CountingLog implements EventLog {

		private final EventLog log;

		private final List<ServerMessage> messages = new ArrayList<>();

		CountingLog(EventLog log) {
			this.log = log;
		}

		@Override
		public Mono<Void> open(String channel, String eventId) {
			return this.log.open(channel, eventId);
		}

		@Override
		public Mono<Void> discard(String channel, String eventId) {
			return this.log.discard(channel, eventId);
		}

		@Override
		public Mono<Void> append(String channel, ServerMessage message) {
			this.messages.add(message);
			return this.log.append(channel, message);
		}

		@Override
		public Flux<List<ServerMessage>> read(String channel) {
			return this.log.read(channel);
		}

		@Override
		public Mono<Void> close(String channel) {
			return this.log.close(channel);
		}

	}

}
