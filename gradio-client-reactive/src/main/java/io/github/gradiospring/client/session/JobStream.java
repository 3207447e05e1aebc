package io.github.gradiospring.client.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.QueueFullException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.protocol.message.Heartbeat;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.message.UnknownMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A call of an app that speaks the first of the protocols, <code>sse</code>: the call is
 * a stream of its own, and the app asks for the inputs when it is their turn.
 *
 * @param http the connection
 * @param sessionHash the session
 * @param call the call
 * @param options how the stream is treated
 */
record JobStream(GradioHttp http, String sessionHash, JoinCall call, SessionOptions options) {

	/** The name of this protocol in <code>/config</code>. */
	static final String PROTOCOL = "sse";

	Flux<ServerMessage> messages() {
		return Flux.defer(() -> {
			AtomicReference<@Nullable String> eventId = new AtomicReference<>();
			String path = "queue/join?fn_index=%d&session_hash=%s".formatted(fnIndex(), this.sessionHash);
			return this.http.events(this.http.api(path), null)
				.timeout(this.options.silenceTimeout(), this.options.scheduler())
				.onErrorMap(TimeoutException.class, this.options::silent)
				.mapNotNull((event) -> Messages.parse(event.data()))
				.concatMap((message) -> take(message, eventId), 1)
				.concatWith(Mono
					.error(() -> new ConnectionLostException("The app ended the stream before the job was done.")))
				.takeUntil((message) -> message instanceof ProcessCompleted)
				.doOnCancel(() -> cancel(eventId.get()));
		});
	}

	private Mono<ServerMessage> take(ServerMessage message, AtomicReference<@Nullable String> eventId) {
		if (message instanceof Heartbeat) {
			return Mono.empty();
		}
		if (message instanceof UnknownMessage && "send_data".equals(message.msg())) {
			eventId.set(message.eventId());
			return send(message.eventId()).then(Mono.empty());
		}
		if (message instanceof UnknownMessage && "queue_full".equals(message.msg())) {
			return Mono.error(new QueueFullException("Queue is full.", QueueFullException.UNKNOWN_RETRY));
		}
		return Mono.just(message);
	}

	private Mono<?> send(@Nullable String eventId) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("event_id", eventId);
		body.put("data", this.call.data());
		body.put("event_data", this.call.eventData());
		body.put("fn_index", fnIndex());
		body.put("session_hash", this.sessionHash);
		return this.http.post(this.http.api("queue/data"), body);
	}

	/** Leaving the stream ends a waiting job; a running one is told. */
	private void cancel(@Nullable String eventId) {
		if (eventId != null) {
			this.http.post(this.http.api("reset"), Map.of("event_id", eventId)).onErrorComplete().subscribe();
		}
	}

	private int fnIndex() {
		return this.call.endpoint().dependency().id();
	}

}
