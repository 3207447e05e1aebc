package io.github.gradiospring.server.queue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.queue.QueueStore.BatchSizes;
import io.github.gradiospring.server.queue.QueueStore.QueueCounts;
import io.github.gradiospring.server.queue.QueueStore.QueuePosition;
import io.github.gradiospring.server.queue.QueueStore.QueueRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.StringNode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link QueueStore} must do. */
public abstract class QueueStoreTck {

	private static final BatchSizes SINGLE = (endpoint) -> 1;

	private QueueStore store;

	/**
	 * Creates an empty store.
	 * @return the store
	 */
	protected abstract QueueStore createStore();

	@BeforeEach
	void createStoreUnderTest() {
		this.store = createStore();
	}

	@Test
	void addTellsThePositionInItsOwnQueue() {
		StepVerifier.create(this.store.add("q", event("a", 0), 0)).expectNext(new QueuePosition(0, 1)).verifyComplete();
		StepVerifier.create(this.store.add("q", event("b", 0), 0)).expectNext(new QueuePosition(1, 2)).verifyComplete();
		StepVerifier.create(this.store.add("other", event("c", 1), 0))
			.expectNext(new QueuePosition(0, 1))
			.verifyComplete();
		StepVerifier.create(this.store.size()).expectNext(3).verifyComplete();
	}

	@Test
	void takesInOrderWithinTheLimit() {
		add("q", "a", "b", "c");
		QueueRun first = take("q", 2, SINGLE);
		QueueRun second = take("q", 2, SINGLE);
		assertThat(ids(first)).containsExactly("a");
		assertThat(ids(second)).containsExactly("b");
		StepVerifier.create(this.store.take("q", 2, SINGLE)).verifyComplete();
		StepVerifier.create(this.store.counts("q")).expectNext(new QueueCounts(1, 2)).verifyComplete();
		StepVerifier.create(this.store.release("q", first.runId())).verifyComplete();
		assertThat(ids(take("q", 2, SINGLE))).containsExactly("c");
	}

	@Test
	void keepsTheWholeEvent() {
		QueuedEvent event = event("a", 7);
		this.store.add("q", event, 0).block();
		assertThat(take("q", 1, SINGLE).events()).containsExactly(event);
	}

	@Test
	void limitZeroIsNoLimit() {
		add("q", "a", "b", "c");
		take("q", 0, SINGLE);
		take("q", 0, SINGLE);
		assertThat(ids(take("q", 0, SINGLE))).containsExactly("c");
	}

	@Test
	void takesNothingFromAnEmptyOrUnknownQueue() {
		StepVerifier.create(this.store.take("q", 1, SINGLE)).verifyComplete();
		StepVerifier.create(this.store.counts("q")).expectNext(new QueueCounts(0, 0)).verifyComplete();
	}

	@Test
	void releaseTwiceMakesRoomOnce() {
		add("q", "a", "b", "c");
		QueueRun run = take("q", 1, SINGLE);
		this.store.release("q", run.runId()).block();
		this.store.release("q", run.runId()).block();
		this.store.release("q", "unknown").block();
		this.store.release("unknown", "unknown").block();
		take("q", 1, SINGLE);
		StepVerifier.create(this.store.take("q", 1, SINGLE)).verifyComplete();
	}

	@Test
	void batchTakesFurtherEventsOfTheSameEndpointOnly() {
		this.store.add("q", event("a1", 1), 0).block();
		this.store.add("q", event("b1", 2), 0).block();
		this.store.add("q", event("a2", 1), 0).block();
		this.store.add("q", event("a3", 1), 0).block();
		BatchSizes sizes = (endpoint) -> (endpoint == 1) ? 2 : 1;
		assertThat(ids(take("q", 0, sizes))).containsExactly("a1", "a2");
		assertThat(ids(take("q", 0, sizes))).containsExactly("b1");
		assertThat(ids(take("q", 0, sizes))).containsExactly("a3");
		StepVerifier.create(this.store.counts("q")).expectNext(new QueueCounts(0, 3)).verifyComplete();
	}

	@Test
	void removeTellsWhereTheEventWas() {
		add("q", "a", "b", "c");
		StepVerifier.create(this.store.remove("q", "b")).expectNext(new QueuePosition(1, 3)).verifyComplete();
		StepVerifier.create(this.store.remove("q", "b")).verifyComplete();
		StepVerifier.create(this.store.remove("unknown", "b")).verifyComplete();
		take("q", 0, SINGLE);
		StepVerifier.create(this.store.remove("q", "a")).verifyComplete();
		assertThat(ids(take("q", 0, SINGLE))).containsExactly("c");
	}

	@Test
	void findsEventsByRank() {
		add("q", "a", "b", "c", "d");
		this.store.remove("q", "b").block();
		StepVerifier
			.create(this.store.at("q", List.of(0, 2, 3)).map((ranked) -> ranked.event().id() + ranked.position()))
			.expectNext("a" + new QueuePosition(0, 3), "d" + new QueuePosition(2, 3))
			.verifyComplete();
		StepVerifier.create(this.store.at("unknown", List.of(0))).verifyComplete();
	}

	@Test
	void maxSizeCountsWaitingEventsOfAllQueues() {
		this.store.add("q", event("a", 0), 2).block();
		this.store.add("other", event("b", 0), 2).block();
		StepVerifier.create(this.store.add("q", event("c", 0), 2))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(QueueFullException.class)
				.hasMessage("Queue is full. Max size is 2 and size is 2."))
			.verify();
		take("other", 1, SINGLE);
		StepVerifier.create(this.store.add("q", event("c", 0), 2)).expectNextCount(1).verifyComplete();
		this.store.remove("q", "a").block();
		StepVerifier.create(this.store.add("q", event("d", 0), 2)).expectNextCount(1).verifyComplete();
		StepVerifier.create(this.store.size()).expectNext(2).verifyComplete();
	}

	@Test
	void maxSizeHoldsUnderConcurrentAdds() {
		long accepted = Flux.range(0, 400)
			.flatMap((i) -> this.store.add("q" + i % 3, event("e" + i, 0), 50)
				.subscribeOn(Schedulers.parallel())
				.onErrorResume(QueueFullException.class, (full) -> Mono.empty()), 32)
			.count()
			.block();
		assertThat(accepted).isEqualTo(50);
		StepVerifier.create(this.store.size()).expectNext(50).verifyComplete();
	}

	@Test
	void everyEventIsTakenOrRemovedOnce() {
		int count = 2_000;
		IntStream.range(0, count).forEach((i) -> this.store.add("q", event("e" + i, 0), 0).block());
		Flux<String> taken = Flux.range(0, count)
			.flatMap((i) -> this.store.take("q", 0, SINGLE).subscribeOn(Schedulers.parallel()), 16)
			.map((run) -> run.events().get(0).id());
		Flux<String> removed = Flux.range(0, count)
			.map((i) -> "e" + (count - 1 - i))
			.flatMap((id) -> this.store.remove("q", id).map((at) -> id).subscribeOn(Schedulers.parallel()), 16);
		List<String> gone = Flux.merge(taken, removed).collectList().block();
		assertThat(gone).hasSize(count).doesNotHaveDuplicates();
		StepVerifier.create(this.store.size()).expectNext(0).verifyComplete();
		StepVerifier.create(this.store.counts("q").map(QueueCounts::waiting)).expectNext(0).verifyComplete();
	}

	private void add(String queue, String... ids) {
		for (String id : ids) {
			this.store.add(queue, event(id, 0), 0).block();
		}
	}

	private QueueRun take(String queue, int limit, BatchSizes batchSizes) {
		QueueRun run = this.store.take(queue, limit, batchSizes).block();
		assertThat(run).as("run").isNotNull();
		return run;
	}

	private static List<String> ids(QueueRun run) {
		return run.events().stream().map(QueuedEvent::id).toList();
	}

	private static QueuedEvent event(String id, int endpoint) {
		GradioRequest request = new GradioRequest(new HttpHeaders(), new LinkedMultiValueMap<>(), "session", null,
				"http://localhost", null);
		return new QueuedEvent(id, endpoint, "session", List.of(StringNode.valueOf(id)), request,
				Instant.parse("2026-01-01T00:00:00Z"));
	}

}
