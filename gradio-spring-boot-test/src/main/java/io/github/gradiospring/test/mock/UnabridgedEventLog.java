package io.github.gradiospring.test.mock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.message.UnknownMessage;
import io.github.gradiospring.server.session.EventLog;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Sends each message that a test has scripted, whether the client reads in time or not,
 * where a real server may leave out progress and ranks that are out of date. Such
 * messages go under a type that the log does not know, and look the same on the wire.
 */
final class UnabridgedEventLog implements EventLog {

	private final EventLog delegate;

	private final Map<String, ScriptedRanks> scripted = new ConcurrentHashMap<>();

	UnabridgedEventLog(EventLog delegate) {
		this.delegate = delegate;
	}

	/** Says what an event is told of its place, instead of the truth. */
	void script(String eventId, List<Integer> ranks) {
		this.scripted.put(eventId, new ScriptedRanks(ranks, new AtomicBoolean()));
	}

	@Override
	public Mono<Void> append(String channel, ServerMessage message) {
		String eventId = message.eventId();
		if (message instanceof Progress) {
			return this.delegate.append(channel, unabridged(message));
		}
		if (message instanceof Estimation && eventId != null && this.scripted.containsKey(eventId)) {
			return estimations(channel, eventId, this.scripted.get(eventId));
		}
		if (message instanceof ProcessCompleted && eventId != null) {
			this.scripted.remove(eventId);
		}
		return this.delegate.append(channel, message);
	}

	private Mono<Void> estimations(String channel, String eventId, @Nullable ScriptedRanks ranks) {
		if (ranks == null || !ranks.told().compareAndSet(false, true)) {
			return Mono.empty();
		}
		return Flux.fromIterable(ranks.ranks())
			.map((rank) -> unabridged(new Estimation(eventId, rank, rank + 1, null)))
			.concatMap((estimation) -> this.delegate.append(channel, estimation))
			.then();
	}

	private static ServerMessage unabridged(ServerMessage message) {
		Map<String, JsonNode> fields = new LinkedHashMap<>();
		GradioProtocol.jsonMapper().<JsonNode>valueToTree(message).forEachEntry(fields::put);
		fields.remove("msg");
		fields.remove("event_id");
		return new UnknownMessage(message.msg(), message.eventId(), fields);
	}

	@Override
	public Mono<Void> open(String channel, String eventId) {
		return this.delegate.open(channel, eventId);
	}

	@Override
	public Mono<Void> discard(String channel, String eventId) {
		this.scripted.remove(eventId);
		return this.delegate.discard(channel, eventId);
	}

	@Override
	public Flux<List<ServerMessage>> read(String channel) {
		return this.delegate.read(channel);
	}

	@Override
	public Mono<Void> close(String channel) {
		return this.delegate.close(channel);
	}

	private record ScriptedRanks(List<Integer> ranks, AtomicBoolean told) {
	}

}
