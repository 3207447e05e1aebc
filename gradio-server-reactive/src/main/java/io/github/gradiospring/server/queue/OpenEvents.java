package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The events that this process has accepted and that have not ended, or have ended but
 * are still to be taken out of the store.
 */
final class OpenEvents {

	private final Map<String, OpenEvent> byId = new ConcurrentHashMap<>();

	/** Sets are touched within operations on the map only, which guard them. */
	private final Map<String, Set<OpenEvent>> byChannel = new ConcurrentHashMap<>();

	private final Sinks.Empty<Void> drained = Sinks.empty();

	private volatile boolean draining;

	void add(OpenEvent event) {
		this.byId.put(event.id(), event);
		this.byChannel.compute(event.channel(), (channel, existing) -> {
			Set<OpenEvent> events = (existing != null) ? existing : new LinkedHashSet<>(2);
			events.add(event);
			return events;
		});
	}

	void forget(OpenEvent event) {
		if (this.byId.remove(event.id()) != null) {
			this.byChannel.computeIfPresent(event.channel(), (channel, events) -> {
				events.remove(event);
				return events.isEmpty() ? null : events;
			});
			completeWhenDrained();
		}
	}

	@Nullable OpenEvent find(String id) {
		return this.byId.get(id);
	}

	List<OpenEvent> onChannel(String channel) {
		List<OpenEvent> found = new ArrayList<>();
		this.byChannel.computeIfPresent(channel, (key, events) -> {
			found.addAll(events);
			return events;
		});
		return found;
	}

	Collection<OpenEvent> all() {
		return List.copyOf(this.byId.values());
	}

	int size() {
		return this.byId.size();
	}

	/** Completes when the last event is forgotten. For the end of the process. */
	Mono<Void> drained() {
		this.draining = true;
		completeWhenDrained();
		return this.drained.asMono();
	}

	private void completeWhenDrained() {
		if (this.draining && this.byId.isEmpty()) {
			this.drained.tryEmitEmpty();
		}
	}

}
