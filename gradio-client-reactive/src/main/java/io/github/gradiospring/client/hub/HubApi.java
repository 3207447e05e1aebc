package io.github.gradiospring.client.hub;

import java.net.URI;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.error.ServerFailureException;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;

/** Requests to the Hub's API, with the token. */
final class HubApi {

	private static final int MAX_REDIRECTS = 3;

	private final WebClient webClient;

	private final URI root;

	private final boolean authorized;

	HubApi(WebClient.Builder webClient, String url, @Nullable String token) {
		this.authorized = token != null;
		this.root = URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/api/");
		this.webClient = webClient.clone().defaultHeaders((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).build();
	}

	/** The host of the Hub. */
	@Nullable String host() {
		return this.root.getHost();
	}

	boolean isAuthorized() {
		return this.authorized;
	}

	/** Gets a document, of a Space that was renamed too. */
	Mono<JsonNode> get(String path) {
		return get(this.root.resolve(path), MAX_REDIRECTS);
	}

	private Mono<JsonNode> get(URI uri, int redirects) {
		return exchange(this.webClient.get().uri(uri), (response) -> {
			URI location = response.headers().asHttpHeaders().getLocation();
			URI next = (location != null) ? uri.resolve(location) : uri;
			// The token stays with the Hub
			boolean followed = response.statusCode().is3xxRedirection() && redirects > 0 && isOfHub(next);
			return followed ? response.releaseBody().then(Mono.defer(() -> get(next, redirects - 1)))
					: failure(response);
		});
	}

	Mono<JsonNode> post(String path, Object body) {
		return exchange(this.webClient.post()
			.uri(this.root.resolve(path))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(GradioProtocol.jsonMapper().writeValueAsBytes(body)), this::failure);
	}

	private boolean isOfHub(URI uri) {
		return String.valueOf(this.root.getScheme()).equals(uri.getScheme())
				&& String.valueOf(this.root.getRawAuthority()).equals(uri.getRawAuthority());
	}

	private Mono<JsonNode> exchange(RequestHeadersSpec<?> request, NoSuccess noSuccess) {
		return request.accept(MediaType.APPLICATION_JSON)
			.exchangeToMono((response) -> response.statusCode().is2xxSuccessful()
					? response.bodyToMono(String.class).map(HubApi::parse) : noSuccess.handle(response))
			.onErrorMap(HubApi::unreachable)
			.defaultIfEmpty(JsonNodeFactory.instance.objectNode());
	}

	private static JsonNode parse(String body) {
		try {
			return GradioProtocol.jsonMapper().readTree(body);
		}
		catch (JacksonException ex) {
			throw new ConnectionLostException("The Hub sent something that is no JSON.");
		}
	}

	private static Throwable unreachable(Throwable failure) {
		return (failure instanceof GradioClientException) ? failure
				: new ConnectionLostException("The Hub cannot be reached.", failure);
	}

	/** Bodies stay out of messages, since they may repeat what was sent. */
	private Mono<JsonNode> failure(ClientResponse response) {
		int status = response.statusCode().value();
		if (status == 429) {
			return HttpErrors.of(response).flatMap(Mono::error);
		}
		return response.releaseBody().then(Mono.error(() -> failure(response, status)));
	}

	/** The Hub hides private Spaces from those who may not see them. */
	private GradioClientException failure(ClientResponse response, int status) {
		String code = response.headers().asHttpHeaders().getFirst("X-Error-Code");
		if (status == 404 || ("RepoNotFound".equals(code) && this.authorized)) {
			return new NotAGradioAppException(
					this.authorized ? "The Hub knows no such Space, or the token may not see it."
							: "The Hub knows no such Space; a private one needs a token.");
		}
		if (status == 401) {
			return new AuthenticationException(this.authorized ? "The Hub refuses the token."
					: "The Hub shows no such Space without a token; it may be private.");
		}
		if (status == 403) {
			return new AuthenticationException(
					this.authorized ? "The Hub does not let the token do this." : "The Hub wants a token for this.");
		}
		return new ServerFailureException("The Hub answered with status %d.".formatted(status), response.statusCode());
	}

	/** What to do with an answer that is no success. */
	private interface NoSuccess {

		Mono<JsonNode> handle(ClientResponse response);

	}

}
