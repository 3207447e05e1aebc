package io.github.gradiospring.client.hub;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.error.UnknownEndpointException;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;

/** Requests to the Hub's API, with the token. */
final class HubApi {

	private final WebClient webClient;

	private final boolean authorized;

	HubApi(WebClient.Builder webClient, String url, @Nullable String token) {
		this.authorized = token != null;
		this.webClient = webClient.clone().baseUrl(url + "/api").defaultHeaders((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).build();
	}

	Mono<JsonNode> get(String path) {
		return answer(this.webClient.get().uri(path));
	}

	Mono<JsonNode> post(String path, Object body) {
		return answer(this.webClient.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(GradioProtocol.jsonMapper().writeValueAsBytes(body)));
	}

	private Mono<JsonNode> answer(RequestHeadersSpec<?> request) {
		return request.accept(MediaType.APPLICATION_JSON)
			.exchangeToMono((response) -> response.statusCode().is2xxSuccessful() ? response.bodyToMono(String.class)
					: HttpErrors.of(response).map(this::error).<String>flatMap(Mono::error))
			.onErrorMap(HttpErrors::of)
			.map((body) -> GradioProtocol.jsonMapper().readTree(body))
			.defaultIfEmpty(JsonNodeFactory.instance.objectNode());
	}

	/** The Hub hides private Spaces from those who may not see them. */
	private GradioClientException error(GradioClientException error) {
		if (error instanceof UnknownEndpointException) {
			return this.authorized
					? new NotAGradioAppException("The Hub knows no such Space, or the token may not see it.")
					: new NotAGradioAppException("The Hub knows no such Space; a private one needs a token.");
		}
		if (error instanceof AuthenticationException) {
			return this.authorized ? new AuthenticationException("The Hub refuses the token.")
					: new AuthenticationException("The Hub wants a token for this.");
		}
		return error;
	}

}
