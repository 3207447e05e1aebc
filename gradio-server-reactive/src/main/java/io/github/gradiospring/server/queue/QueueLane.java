package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.queue.QueueStore.QueueCounts;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that share a concurrency id, their limit, and what is known of their
 * runs.
 */
final class QueueLane {

	private final String id;

	private final int limit;

	private final Map<Integer, Endpoint> endpoints = new TreeMap<>();

	private final Map<Integer, RunStatistics> statistics = new LinkedHashMap<>();

	/** How long a run keeps its place, whatever the endpoint. */
	private final MovingAverage holds = new MovingAverage();

	/** When each run began, the oldest first. */
	private final Map<String, Long> running = new LinkedHashMap<>();

	private volatile QueueCounts counts = new QueueCounts(0, 0);

	QueueLane(String id, List<Endpoint> endpoints) {
		this.id = id;
		// As in Gradio, the lowest limit holds for all
		this.limit = endpoints.stream()
			.mapToInt((endpoint) -> endpoint.queue().concurrencyLimit())
			.filter((limit) -> limit > 0)
			.min()
			.orElse(0);
		for (Endpoint endpoint : endpoints) {
			this.endpoints.put(endpoint.id(), endpoint);
			this.statistics.put(endpoint.id(), new RunStatistics(endpoint.queue().estimatedDuration()));
		}
	}

	String id() {
		return this.id;
	}

	int limit() {
		return this.limit;
	}

	int batchSize(int endpointId) {
		Endpoint endpoint = this.endpoints.get(endpointId);
		return (endpoint != null && endpoint.queue().batch()) ? endpoint.queue().maxBatchSize() : 1;
	}

	RunStatistics statistics(Endpoint endpoint) {
		RunStatistics found = this.statistics.get(endpoint.id());
		if (found == null) {
			throw new IllegalArgumentException("Endpoint %s is not in queue '%s'".formatted(endpoint, this.id));
		}
		return found;
	}

	void started(String runId, long now) {
		synchronized (this.running) {
			this.running.put(runId, now);
		}
	}

	/**
	 * A run has given back its place.
	 * @param typical whether others will take as long, as it ended well
	 */
	void ended(String runId, long now, boolean typical) {
		Long began;
		synchronized (this.running) {
			began = this.running.remove(runId);
		}
		if (began != null && typical) {
			this.holds.add(now - began);
		}
	}

	/**
	 * How long it takes until an event at a rank is done: its run, its share of the runs
	 * before it, and the time until a place is free.
	 * @return seconds, {@code null} when nothing is known yet
	 */
	@Nullable Double eta(Endpoint endpoint, int rank, long now) {
		Double run = statistics(endpoint).run();
		if (run == null || this.limit == 0) {
			return run;
		}
		double hold = Double.isNaN(this.holds.mean()) ? run : this.holds.mean() / Duration.ofSeconds(1).toNanos();
		int runsAhead = rank / batchSize(endpoint.id());
		return run + hold * runsAhead / this.limit + untilFree(hold, now);
	}

	private double untilFree(double hold, long now) {
		synchronized (this.running) {
			if (this.running.size() < this.limit) {
				return 0;
			}
			long oldest = this.running.values().iterator().next();
			return Math.max(0, hold - RunStatistics.seconds(now - oldest));
		}
	}

	void counts(QueueCounts counts) {
		this.counts = counts;
	}

	QueueStatus status(long now) {
		QueueCounts current = this.counts;
		Endpoint first = this.endpoints.values().iterator().next();
		Double eta = eta(first, current.waiting(), now);
		return new QueueStatus(this.id, this.limit, current.waiting(), current.running(),
				(eta != null) ? Duration.ofNanos((long) (eta * Duration.ofSeconds(1).toNanos())) : null,
				this.endpoints.values().stream().map(Endpoint::name).toList());
	}

}
