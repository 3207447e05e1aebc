package io.github.gradiospring.server.queue;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the events that wait and those that run, per queue. A queue is known by its
 * concurrency id. Every operation is atomic and costs O(log n) of the waiting events.
 */
public interface QueueStore {

	/**
	 * Adds an event to the end of a queue.
	 * @param queueId the queue
	 * @param event the event
	 * @param maxSize how many events may wait in all queues together, 0 for no limit
	 * @return where the event is, or {@link QueueFullException}
	 */
	Mono<QueuePosition> add(String queueId, QueuedEvent event, int maxSize);

	/**
	 * Takes the next events to run, when the limit has room for a run: the first of the
	 * queue, and up to {@code maxBatchSize - 1} further ones of the same endpoint.
	 * @param queueId the queue
	 * @param limit how many runs there may be at a time, 0 for no limit
	 * @param batchSizes how many events of an endpoint one run takes
	 * @return the run, or empty when nothing waits or nothing may run
	 */
	Mono<QueueRun> take(String queueId, int limit, BatchSizes batchSizes);

	/**
	 * Ends a run, which makes room for the next one.
	 * @param queueId the queue
	 * @param runId the run
	 * @return completes when the run is over, also if there was none
	 */
	Mono<Void> release(String queueId, String runId);

	/**
	 * Removes a waiting event.
	 * @param queueId the queue
	 * @param eventId the event
	 * @return where the event was, or empty when it does not wait
	 */
	Mono<QueuePosition> remove(String queueId, String eventId);

	/**
	 * The waiting events at the given ranks; ranks past the end are left out.
	 * @param queueId the queue
	 * @param ranks the ranks, ascending
	 * @return the events and where they are
	 */
	Flux<RankedEvent> at(String queueId, List<Integer> ranks);

	/**
	 * Counts the events of a queue.
	 * @param queueId the queue
	 * @return the counts, zeros for an unknown queue
	 */
	Mono<QueueCounts> counts(String queueId);

	/** How many events wait in all queues together. */
	Mono<Integer> size();

	/** How many events of an endpoint one run takes at most. */
	@FunctionalInterface
	interface BatchSizes {

		/**
		 * The batch size of an endpoint.
		 * @param endpointId the endpoint
		 * @return how many events one run takes at most, 1 without batching
		 */
		int of(int endpointId);

	}

	/**
	 * Where a waiting event is.
	 *
	 * @param rank how many events are before it
	 * @param queueSize how many events wait in its queue, itself included
	 */
	record QueuePosition(int rank, int queueSize) {
	}

	/**
	 * A waiting event and where it is.
	 *
	 * @param event the event
	 * @param position where it is
	 */
	record RankedEvent(QueuedEvent event, QueuePosition position) {
	}

	/**
	 * Events that run together.
	 *
	 * @param runId identifies the run
	 * @param events the events, all of one endpoint
	 */
	record QueueRun(String runId, List<QueuedEvent> events) {
	}

	/**
	 * The counts of a queue.
	 *
	 * @param waiting how many events wait
	 * @param running how many runs there are, a batch being one
	 */
	record QueueCounts(int waiting, int running) {
	}

}
