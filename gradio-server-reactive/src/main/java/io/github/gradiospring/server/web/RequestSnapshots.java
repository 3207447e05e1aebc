package io.github.gradiospring.server.web;

import java.security.Principal;
import java.util.Optional;

import io.github.gradiospring.server.endpoint.GradioRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Takes from a request what an endpoint may ask for later, when the request is long gone.
 */
final class RequestSnapshots {

	private final RootUrl rootUrl;

	RequestSnapshots(RootUrl rootUrl) {
		this.rootUrl = rootUrl;
	}

	Mono<GradioRequest> take(ServerRequest request, @Nullable String sessionHash, @Nullable JsonNode eventData) {
		ServerHttpRequest http = request.exchange().getRequest();
		return request.exchange()
			.<Principal>getPrincipal()
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			// Servers reuse the headers of a request for the next one
			.map((principal) -> new GradioRequest(
					HttpHeaders.readOnlyHttpHeaders(HttpHeaders.copyOf(http.getHeaders())), http.getQueryParams(),
					sessionHash, principal.orElse(null), this.rootUrl.of(http), eventData));
	}

}
