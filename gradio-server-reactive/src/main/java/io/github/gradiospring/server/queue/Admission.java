package io.github.gradiospring.server.queue;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.session.ChannelClosedException;
import io.github.gradiospring.server.session.EventLog;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Lets a valid call in: its event is opened, and replayed, run or queued. */
final class Admission {

	private final Supplier<QueueLanes> lanes;

	private final QueueStore store;

	private final EventLog log;

	private final QueueRunner runner;

	private final RunServices services;

	private final Clock clock;

	Admission(Supplier<QueueLanes> lanes, QueueStore store, EventLog log, QueueRunner runner, RunServices services,
			Clock clock) {
		this.lanes = lanes;
		this.store = store;
		this.log = log;
		this.runner = runner;
		this.services = services;
		this.clock = clock;
	}

	Mono<OpenEvent> admit(QueueCall call, @Nullable Observation parent) {
		OpenEvent event = event(call, parent);
		List<List<JsonNode>> cachedRows = cachedRows(call);
		this.services.events().add(event);
		return this.log.open(event.channel(), event.id())
			.then(Mono.defer(() -> enter(event, cachedRows)))
			.doOnError((error) -> this.services.events().forget(event))
			.thenReturn(event);
	}

	private Mono<Void> enter(OpenEvent event, @Nullable List<List<JsonNode>> cachedRows) {
		if (event.isEnded()) {
			// Whoever ended it could not know of the channel yet
			return this.log.discard(event.channel(), event.id())
				.then(Mono.error(new ChannelClosedException("The session was closed")));
		}
		if (cachedRows != null || !event.endpoint().queued()) {
			this.runner.launch(event, cachedRows);
			return Mono.empty();
		}
		return this.store.add(event.lane().id(), event.event(), this.services.options().maxSize())
			.onErrorResume((error) -> this.log.discard(event.channel(), event.id()).then(Mono.error(error)))
			.flatMap((position) -> {
				this.services.messages().estimation(event, position);
				this.runner.wake(event.lane());
				return event.isEnded() ? this.runner.terminate(event, null) : Mono.empty();
			});
	}

	private OpenEvent event(QueueCall call, @Nullable Observation parent) {
		String id = newId();
		String channel = (call.channel() != null) ? call.channel() : id;
		QueuedEvent event = new QueuedEvent(id, call.endpoint().id(), channel, call.data(), call.request(),
				this.clock.instant());
		return new OpenEvent(event, call.endpoint(), this.lanes.get().of(call.endpoint()), parent);
	}

	private @Nullable List<List<JsonNode>> cachedRows(QueueCall call) {
		ResultCache cache = this.services.cache();
		Endpoint endpoint = call.endpoint();
		return (cache != null && endpoint.cache() != null)
				? cache.find(endpoint, call.data(), call.request().sessionHash()) : null;
	}

	/** Whoever knows the id can read the results of a call, so nobody may guess it. */
	private static String newId() {
		UUID uuid = UUID.randomUUID();
		HexFormat hex = HexFormat.of();
		return hex.toHexDigits(uuid.getMostSignificantBits()) + hex.toHexDigits(uuid.getLeastSignificantBits());
	}

}
