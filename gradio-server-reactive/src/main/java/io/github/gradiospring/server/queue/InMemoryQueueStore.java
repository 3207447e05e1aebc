package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps events in the memory of this process; they end with it. A queue without events
 * and runs takes no memory.
 */
public final class InMemoryQueueStore implements QueueStore {

	/** How many waiting events are looked at to fill a batch. */
	static final int BATCH_LOOK_AHEAD = 256;

	private final Map<String, Queue> queues = new ConcurrentHashMap<>();

	private final AtomicInteger waiting = new AtomicInteger();

	private final AtomicLong runs = new AtomicLong();

	@Override
	public Mono<QueuePosition> add(String queueId, QueuedEvent event, int maxSize) {
		return Mono.fromCallable(() -> {
			int before = this.waiting.getAndUpdate((size) -> (maxSize > 0 && size >= maxSize) ? size : size + 1);
			if (maxSize > 0 && before >= maxSize) {
				throw new QueueFullException(maxSize, before);
			}
			return inQueue(queueId, true, (queue) -> {
				int rank = queue.waiting.add(event.id(), event);
				return new QueuePosition(rank, queue.waiting.size());
			});
		});
	}

	@Override
	public Mono<QueueRun> take(String queueId, int limit, BatchSizes batchSizes) {
		return Mono.fromCallable(() -> inQueue(queueId, false, (queue) -> {
			QueuedEvent first = queue.waiting.at(0);
			if (first == null || (limit > 0 && queue.runs.size() >= limit)) {
				return null;
			}
			List<QueuedEvent> events = batch(queue, first, batchSizes.of(first.endpointId()));
			events.forEach((event) -> queue.waiting.remove(event.id()));
			this.waiting.addAndGet(-events.size());
			String runId = Long.toString(this.runs.incrementAndGet());
			queue.runs.add(runId);
			return new QueueRun(runId, events);
		}));
	}

	private static List<QueuedEvent> batch(Queue queue, QueuedEvent first, int size) {
		if (size <= 1) {
			return List.of(first);
		}
		List<QueuedEvent> events = new ArrayList<>();
		int end = Math.min(queue.waiting.size(), Math.max(size, BATCH_LOOK_AHEAD));
		for (int rank = 0; rank < end && events.size() < size; rank++) {
			QueuedEvent event = queue.waiting.at(rank);
			if (event != null && event.endpointId() == first.endpointId()) {
				events.add(event);
			}
		}
		return events;
	}

	@Override
	public Mono<Void> release(String queueId, String runId) {
		return Mono.fromRunnable(() -> inQueue(queueId, false, (queue) -> queue.runs.remove(runId)));
	}

	@Override
	public Mono<QueuePosition> remove(String queueId, String eventId) {
		return Mono.fromCallable(() -> inQueue(queueId, false, (queue) -> {
			int size = queue.waiting.size();
			int rank = queue.waiting.remove(eventId);
			if (rank < 0) {
				return null;
			}
			this.waiting.decrementAndGet();
			return new QueuePosition(rank, size);
		}));
	}

	@Override
	public Flux<RankedEvent> at(String queueId, List<Integer> ranks) {
		return Flux.defer(() -> {
			List<RankedEvent> found = inQueue(queueId, false, (queue) -> queue.at(ranks));
			return (found != null) ? Flux.fromIterable(found) : Flux.empty();
		});
	}

	@Override
	public Mono<QueueCounts> counts(String queueId) {
		return Mono.fromSupplier(() -> {
			QueueCounts counts = inQueue(queueId, false,
					(queue) -> new QueueCounts(queue.waiting.size(), queue.runs.size()));
			return (counts != null) ? counts : new QueueCounts(0, 0);
		});
	}

	@Override
	public Mono<Integer> size() {
		return Mono.fromSupplier(this.waiting::get);
	}

	/** How many queues take memory. */
	int queues() {
		return this.queues.size();
	}

	/**
	 * Does something with a queue while nobody else does, and drops the queue when it is
	 * empty then. The map is the lock.
	 */
	private <T> @Nullable T inQueue(String queueId, boolean create, Function<Queue, @Nullable T> action) {
		Result<T> result = new Result<>();
		this.queues.compute(queueId, (id, existing) -> {
			if (existing == null && !create) {
				return null;
			}
			Queue queue = (existing != null) ? existing : new Queue();
			result.value = action.apply(queue);
			return queue.isEmpty() ? null : queue;
		});
		return result.value;
	}

	private static final class Result<T> {

		private @Nullable T value;

	}

	private static final class Queue {

		private final RankedQueue<String, QueuedEvent> waiting = new RankedQueue<>();

		private final Set<String> runs = new HashSet<>();

		boolean isEmpty() {
			return this.waiting.size() == 0 && this.runs.isEmpty();
		}

		List<RankedEvent> at(List<Integer> ranks) {
			List<RankedEvent> found = new ArrayList<>(ranks.size());
			for (int rank : ranks) {
				QueuedEvent event = this.waiting.at(rank);
				if (event == null) {
					break;
				}
				found.add(new RankedEvent(event, new QueuePosition(rank, this.waiting.size())));
			}
			return found;
		}

	}

}
