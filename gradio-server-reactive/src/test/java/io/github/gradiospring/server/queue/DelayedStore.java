package io.github.gradiospring.server.queue;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store in memory that can be as slow as one elsewhere. */
final class DelayedStore implements QueueStore {

	private final InMemoryQueueStore store = new InMemoryQueueStore();

	private Mono<Void> delay = Mono.empty();

	/** Takes are answered when the delay is over, though done before. */
	void delayTakes(Mono<Void> delay) {
		this.delay = delay;
	}

	int queues() {
		return this.store.queues();
	}

	@Override
	public Mono<QueuePosition> add(String queueId, QueuedEvent event, int maxSize) {
		return this.store.add(queueId, event, maxSize);
	}

	@Override
	public Mono<QueueRun> take(String queueId, int limit, BatchSizes batchSizes) {
		return this.store.take(queueId, limit, batchSizes).delayUntil((run) -> this.delay);
	}

	@Override
	public Mono<Void> release(String queueId, String runId) {
		return this.store.release(queueId, runId);
	}

	@Override
	public Mono<QueuePosition> remove(String queueId, String eventId) {
		return this.store.remove(queueId, eventId);
	}

	@Override
	public Flux<RankedEvent> at(String queueId, List<Integer> ranks) {
		return this.store.at(queueId, ranks);
	}

	@Override
	public Mono<QueueCounts> counts(String queueId) {
		return this.store.counts(queueId);
	}

	@Override
	public Mono<Integer> size() {
		return this.store.size();
	}

}
