package io.github.gradiospring.server.web;

import java.util.Map;

import io.github.gradiospring.server.queue.GradioQueue;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Hands further chunks of input to a call that takes them. */
final class ChunkHandler {

	private static final Map<String, String> SUCCESS = Map.of("msg", "success");

	private final RequestBodies bodies;

	private final GradioQueue queue;

	ChunkHandler(RequestBodies bodies, GradioQueue queue) {
		this.bodies = bodies;
		this.queue = queue;
	}

	Mono<ServerResponse> feed(ServerRequest request) {
		return this.bodies.json(request)
			.map(CallBody::read)
			.flatMap((body) -> this.queue.feed(request.pathVariable("event_id"), body.data()))
			.flatMap(ChunkHandler::answer);
	}

	Mono<ServerResponse> close(ServerRequest request) {
		return this.bodies.skip(request)
			.then(Mono.defer(() -> this.queue.endFeed(request.pathVariable("event_id"))))
			.flatMap(ChunkHandler::answer);
	}

	private static Mono<ServerResponse> answer(boolean known) {
		return known ? Responses.json(SUCCESS) : ServerResponse.status(HttpStatus.NOT_FOUND).build();
	}

}
