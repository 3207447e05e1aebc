package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.endpoint.Endpoint;

/** The queues of the application, one per concurrency id. */
final class QueueLanes {

	private final Map<String, QueueLane> queued;

	private final Map<String, QueueLane> unqueued;

	QueueLanes(List<Endpoint> endpoints) {
		this.queued = lanes(endpoints, true);
		this.unqueued = lanes(endpoints, false);
	}

	private static Map<String, QueueLane> lanes(List<Endpoint> endpoints, boolean queued) {
		Map<String, List<Endpoint>> byId = new LinkedHashMap<>();
		for (Endpoint endpoint : endpoints) {
			if (endpoint.queued() == queued) {
				byId.computeIfAbsent(endpoint.queue().concurrencyId(), (id) -> new ArrayList<>()).add(endpoint);
			}
		}
		Map<String, QueueLane> lanes = new LinkedHashMap<>();
		byId.forEach((id, members) -> lanes.put(id, new QueueLane(id, members)));
		return lanes;
	}

	QueueLane of(Endpoint endpoint) {
		Map<String, QueueLane> lanes = endpoint.queued() ? this.queued : this.unqueued;
		QueueLane lane = lanes.get(endpoint.queue().concurrencyId());
		if (lane == null) {
			throw new IllegalArgumentException("Endpoint %s is not registered".formatted(endpoint));
		}
		return lane;
	}

	/** Those in which calls wait. */
	List<QueueLane> queued() {
		return List.copyOf(this.queued.values());
	}

}
