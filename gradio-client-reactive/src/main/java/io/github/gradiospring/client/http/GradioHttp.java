package io.github.gradiospring.client.http;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Requests to one app: its address, the headers, token and cookies that go with each
 * request, and errors by status. Every failure is a
 * {@link io.github.gradiospring.client.error.GradioClientException}.
 */
public interface GradioHttp {

	/**
	 * The address of the app as its user gave it; requests go below it, whatever the app
	 * says of its root.
	 * @return the address, with a slash at the end
	 */
	URI root();

	/**
	 * The address of a route of the API, such as {@code queue/join}.
	 * @param path the path below the API prefix, encoded already, without a slash at its
	 * start; may have a query
	 * @return the address
	 */
	URI api(String path);

	/**
	 * Gets a JSON document.
	 * @param uri the address
	 * @return the document, or a
	 * {@link io.github.gradiospring.client.error.GradioClientException}
	 */
	Mono<JsonNode> get(URI uri);

	/**
	 * Posts a JSON document.
	 * @param uri the address
	 * @param body what Jackson can write
	 * @return the answer, {@code NullNode} when it is empty, or a
	 * {@link io.github.gradiospring.client.error.GradioClientException}
	 */
	Mono<JsonNode> post(URI uri, Object body);

	/**
	 * Opens a stream of server-sent events. Events may be large; there is no read
	 * timeout.
	 * @param uri the address
	 * @param lastEventId where to go on, {@code null} for the start
	 * @return the events, with data as text; completes when the server ends the answer,
	 * fails with {@link io.github.gradiospring.client.error.ConnectionLostException} when
	 * the connection breaks and with another
	 * {@link io.github.gradiospring.client.error.GradioClientException} when the server
	 * refuses; cancelling closes the connection
	 */
	Flux<ServerSentEvent<String>> events(URI uri, @Nullable String lastEventId);

	/**
	 * For requests of other kinds, such as uploads and downloads: sends the headers, the
	 * token and the cookies of this connection, to this app alone.
	 * @return the client, without a base address
	 */
	WebClient webClient();

}
