package io.github.gradiospring.client.http;

import java.net.URI;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.protocol.GradioProtocol;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;

/** {@link GradioHttp} on Spring's {@link WebClient}. */
public final class DefaultGradioHttp implements GradioHttp {

	private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT = new ParameterizedTypeReference<>() {
	};

	private final URI root;

	private final String apiPrefix;

	private final WebClient webClient;

	private DefaultGradioHttp(URI root, String apiPrefix, WebClient webClient) {
		this.root = root;
		this.apiPrefix = apiPrefix;
		this.webClient = webClient;
	}

	/**
	 * Prepares requests to an app.
	 * @param root the address of the app, with a slash at its end
	 * @param webClient what makes requests; cloned
	 * @param token the token that goes with each request, {@code null} for none
	 * @param headers changes the headers of each request
	 * @param maxEventSize how large an answer or one message of a stream may be
	 * @return the connection, which opens nothing yet
	 */
	public static DefaultGradioHttp create(URI root, WebClient.Builder webClient, @Nullable String token,
			Consumer<HttpHeaders> headers, DataSize maxEventSize) {
		int maxBytes = (int) Math.min(Integer.MAX_VALUE, maxEventSize.toBytes());
		WebClient client = webClient.clone()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(maxBytes))
			.filter(new AppHeaders(root, token, headers))
			.build();
		return new DefaultGradioHttp(root, GradioProtocol.API_PREFIX, client);
	}

	/**
	 * The same connection with the prefix that the app told.
	 * @param apiPrefix the path of the API below the root, empty for old apps
	 * @return a copy
	 */
	public DefaultGradioHttp withApiPrefix(String apiPrefix) {
		return new DefaultGradioHttp(this.root, apiPrefix, this.webClient);
	}

	@Override
	public URI root() {
		return this.root;
	}

	@Override
	public URI api(String path) {
		String prefix = this.apiPrefix.startsWith("/") ? this.apiPrefix.substring(1) : this.apiPrefix;
		return URI.create(this.root + (prefix.isEmpty() ? "" : prefix + "/") + path);
	}

	@Override
	public Mono<JsonNode> get(URI uri) {
		return json(this.webClient.get().uri(uri).accept(MediaType.APPLICATION_JSON));
	}

	@Override
	public Mono<JsonNode> post(URI uri, Object body) {
		return json(this.webClient.post()
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			// Our own JSON, whatever mapper the application has
			.bodyValue(GradioProtocol.jsonMapper().writeValueAsBytes(body)));
	}

	private static Mono<JsonNode> json(RequestHeadersSpec<?> request) {
		return request.exchangeToMono((response) -> {
			if (!response.statusCode().is2xxSuccessful()) {
				return failure(response);
			}
			return response.bodyToMono(String.class).map(DefaultGradioHttp::parse).defaultIfEmpty(NullNode.instance);
		}).onErrorMap(HttpErrors::of);
	}

	private static <T> Mono<T> failure(ClientResponse response) {
		if (response.statusCode().is3xxRedirection()) {
			return response.releaseBody()
				.then(Mono.error(() -> new NotAGradioAppException(
						"The app has moved to " + response.headers().asHttpHeaders().getLocation() + ".")));
		}
		return HttpErrors.of(response).flatMap(Mono::error);
	}

	private static JsonNode parse(String body) {
		try {
			return GradioProtocol.jsonMapper().readTree(body);
		}
		catch (JacksonException ex) {
			throw new NotAGradioAppException("The answer is not JSON, so this is no Gradio app.");
		}
	}

	@Override
	public Flux<ServerSentEvent<String>> events(URI uri, @Nullable String lastEventId) {
		return this.webClient.get().uri(uri).accept(MediaType.TEXT_EVENT_STREAM).headers((headers) -> {
			if (lastEventId != null) {
				headers.set("Last-Event-ID", lastEventId);
			}
		})
			.exchangeToFlux((response) -> response.statusCode().is2xxSuccessful() ? response.bodyToFlux(EVENT)
					: DefaultGradioHttp.<ServerSentEvent<String>>failure(response).flux())
			.onErrorMap(HttpErrors::of);
	}

	@Override
	public WebClient webClient() {
		return this.webClient;
	}

}
