package io.github.gradiospring.server.web;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.server.queue.GradioQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Answers the small questions of clients: is it the same application, who am I. */
final class StatusHandler {

	private final GradioQueue queue;

	private final int appId;

	StatusHandler(GradioQueue queue, int appId) {
		this.queue = queue;
		this.appId = appId;
	}

	/** How many calls wait. */
	Mono<ServerResponse> queue(ServerRequest request) {
		return this.queue.size().flatMap((size) -> Responses.json(new Estimation(null, null, size, null)));
	}

	/**
	 * A page that was left open learns from the id that the application was restarted.
	 */
	Mono<ServerResponse> appId(ServerRequest request) {
		return Responses.json(Map.of("app_id", this.appId));
	}

	/** Says that the application has been started before, as Gradio tells clients. */
	Mono<ServerResponse> startupEvents(ServerRequest request) {
		return Responses.json(false);
	}

	/** The name of who is logged in. */
	Mono<ServerResponse> user(ServerRequest request) {
		return answer(request, (user) -> user);
	}

	/** A token is never told: who has it needs no answer. */
	Mono<ServerResponse> token(ServerRequest request) {
		return answer(request, (user) -> {
			Map<String, @Nullable Object> token = new LinkedHashMap<>();
			token.put("token", null);
			token.put("user", user);
			return token;
		});
	}

	/** Succeeds for who gets this far. */
	Mono<ServerResponse> loginCheck(ServerRequest request) {
		return Responses.json(null);
	}

	/** Sessions are not kept for links. */
	Mono<ServerResponse> deepLink(ServerRequest request) {
		return Responses.json("");
	}

	/** Nothing is fetched for others. */
	Mono<ServerResponse> proxy(ServerRequest request) {
		return Responses.detail(HttpStatus.BAD_REQUEST, "This URL cannot be proxied.");
	}

	private static Mono<ServerResponse> answer(ServerRequest request,
			Function<@Nullable String, @Nullable Object> answer) {
		return request.exchange()
			.<Principal>getPrincipal()
			.map((principal) -> Optional.of(principal.getName()))
			.defaultIfEmpty(Optional.empty())
			.flatMap((user) -> Responses.json(answer.apply(user.orElse(null))));
	}

}
