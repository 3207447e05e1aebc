package io.github.gradiospring.test.mock;

import java.util.List;

import io.github.gradiospring.server.queue.InMemoryQueueStore;
import io.github.gradiospring.server.queue.QueueStore;
import io.github.gradiospring.server.queue.QueuedEvent;
import io.github.gradiospring.test.mock.CallRecorder.Arrived;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where an event gets its id and still has its request, so that its script is found. */
final class ScriptedQueueStore implements QueueStore {

	private final QueueStore delegate = new InMemoryQueueStore();

	private final CallRecorder recorder;

	private final UnabridgedEventLog log;

	ScriptedQueueStore(CallRecorder recorder, UnabridgedEventLog log) {
		this.recorder = recorder;
		this.log = log;
	}

	@Override
	public Mono<QueuePosition> add(String queueId, QueuedEvent event, int maxSize) {
		Arrived arrived = this.recorder.find(event.request());
		if (arrived != null && !arrived.answer().ranks().isEmpty()) {
			this.log.script(event.id(), arrived.answer().ranks());
		}
		return this.delegate.add(queueId, event, maxSize);
	}

	@Override
	public Mono<QueueRun> take(String queueId, int limit, BatchSizes batchSizes) {
		return this.delegate.take(queueId, limit, batchSizes);
	}

	@Override
	public Mono<Void> release(String queueId, String runId) {
		return this.delegate.release(queueId, runId);
	}

	@Override
	public Mono<QueuePosition> remove(String queueId, String eventId) {
		return this.delegate.remove(queueId, eventId);
	}

	@Override
	public Flux<RankedEvent> at(String queueId, List<Integer> ranks) {
		return this.delegate.at(queueId, ranks);
	}

	@Override
	public Mono<QueueCounts> counts(String queueId) {
		return this.delegate.counts(queueId);
	}

	@Override
	public Mono<Integer> size() {
		return this.delegate.size();
	}

}
