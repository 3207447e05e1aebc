package io.github.gradiospring.server.web;

import java.util.List;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.InputValues;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The form of a call for curl: it joins the queue by the endpoint's name, and its
 * messages go to a channel of its own.
 */
final class CallHandler {

	private final RequestBodies bodies;

	private final RequestSnapshots snapshots;

	private final Endpoints endpoints;

	private final GradioQueue queue;

	CallHandler(RequestBodies bodies, RequestSnapshots snapshots, Endpoints endpoints, GradioQueue queue) {
		this.bodies = bodies;
		this.snapshots = snapshots;
		this.endpoints = endpoints;
		this.queue = queue;
	}

	/** Takes the values as a list; state may be left out. */
	Mono<ServerResponse> call(ServerRequest request) {
		return this.bodies.json(request).map(CallBody::read).flatMap((body) -> {
			Endpoint endpoint = this.endpoints.get(request.pathVariable("api"));
			return join(request, endpoint, InputValues.complete(endpoint, body.data()), body.sessionHash());
		});
	}

	/** Takes the values by the names of the parameters. */
	Mono<ServerResponse> callByNames(ServerRequest request) {
		return this.bodies.json(request).flatMap((body) -> {
			if (!(body instanceof ObjectNode values)) {
				throw new InvalidBodyException(new InvalidBodyException.Problem("dict_type", List.of("body"),
						"Input should be a valid dictionary", body, null));
			}
			Endpoint endpoint = this.endpoints.getDocumented(request.pathVariable("api"));
			return join(request, endpoint, InputValues.fromNames(endpoint, values), null);
		});
	}

	private Mono<ServerResponse> join(ServerRequest request, Endpoint endpoint, List<JsonNode> data,
			@Nullable String sessionHash) {
		return this.snapshots.take(request, sessionHash, null)
			.flatMap((snapshot) -> this.queue.join(new QueueCall(endpoint, data, null, snapshot)))
			.flatMap((eventId) -> Responses.json(new JoinHandler.Joined(eventId)));
	}

}
