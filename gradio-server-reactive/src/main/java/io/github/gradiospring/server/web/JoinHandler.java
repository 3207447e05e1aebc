package io.github.gradiospring.server.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueCall;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Lets a call join the queue; its messages go to the stream of the session. */
final class JoinHandler {

	private final RequestBodies bodies;

	private final RequestSnapshots snapshots;

	private final Endpoints endpoints;

	private final GradioQueue queue;

	JoinHandler(RequestBodies bodies, RequestSnapshots snapshots, Endpoints endpoints, GradioQueue queue) {
		this.bodies = bodies;
		this.snapshots = snapshots;
		this.endpoints = endpoints;
		this.queue = queue;
	}

	Mono<ServerResponse> join(ServerRequest request) {
		return this.bodies.json(request).map(CallBody::read).flatMap((body) -> join(request, body));
	}

	private Mono<ServerResponse> join(ServerRequest request, CallBody body) {
		String sessionHash = body.sessionHash();
		if (sessionHash == null) {
			return Responses.detail(HttpStatus.BAD_REQUEST, "Session hash not found.");
		}
		if (body.fnIndex() == null) {
			return Responses.detail(HttpStatus.BAD_REQUEST, "No function index provided.");
		}
		Endpoint endpoint = this.endpoints.get(body.fnIndex());
		return this.snapshots.take(request, sessionHash, body.eventData())
			.flatMap((snapshot) -> this.queue.join(new QueueCall(endpoint, body.data(), sessionHash, snapshot)))
			.flatMap((eventId) -> Responses.json(new Joined(eventId)));
	}

	/**
	 * The answer to a call that was accepted.
	 *
	 * @param eventId the event
	 */
	record Joined(@JsonProperty("event_id") String eventId) {
	}

}
