package io.github.gradiospring.server.web;

import java.util.Map;

import io.github.gradiospring.server.queue.GradioQueue;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Cancels calls. The answer is a success whether there was such a call or not. */
final class CancelHandler {

	private static final Map<String, Boolean> SUCCESS = Map.of("success", true);

	private final RequestBodies bodies;

	private final GradioQueue queue;

	CancelHandler(RequestBodies bodies, GradioQueue queue) {
		this.bodies = bodies;
		this.queue = queue;
	}

	Mono<ServerResponse> cancel(ServerRequest request) {
		return this.bodies.json(request).flatMap(this::cancel).then(Mono.defer(() -> Responses.json(SUCCESS)));
	}

	private Mono<Void> cancel(JsonNode body) {
		BodyFields fields = new BodyFields(body);
		String sessionHash = fields.requiredText("session_hash", CallBody.MAX_SESSION_HASH);
		fields.requiredInteger("fn_index");
		String eventId = fields.requiredText("event_id", CallBody.MAX_SESSION_HASH);
		fields.verify();
		return this.queue.cancel(eventId, sessionHash);
	}

	/** Does nothing: clients send it after a cancellation, which has done all. */
	Mono<ServerResponse> reset(ServerRequest request) {
		return this.bodies.skip(request).then(Mono.defer(() -> Responses.json(SUCCESS)));
	}

}
