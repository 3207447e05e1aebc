package io.github.gradiospring.client;

import io.github.gradiospring.client.app.ApiDescription;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.protocol.file.FileData;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Calls a Gradio app. Made by {@link GradioClientBuilder}; connects with the first call,
 * and holds one session, so that the app's state is kept from call to call. Thread-safe.
 */
public interface GradioClient {

	/**
	 * Starts a client.
	 * @return a builder
	 */
	static GradioClientBuilder builder() {
		return new GradioClientBuilder();
	}

	/**
	 * A client of the app at an address, with all defaults.
	 * @param url the address, as a browser would open it
	 * @return the client
	 */
	static GradioClient create(String url) {
		return builder().url(url).build();
	}

	/**
	 * Begins a call of an endpoint.
	 * @param name its name, with or without a slash at its start
	 * @return the call; unknown names fail when it is made, with
	 * {@link io.github.gradiospring.client.error.UnknownEndpointException}
	 */
	EndpointSpec endpoint(String name);

	/**
	 * Begins a call of an endpoint that may have no name.
	 * @param fnIndex its number, as in <code>/config</code>
	 * @return the call
	 */
	EndpointSpec endpoint(int fnIndex);

	/**
	 * Begins a call of the app's only public endpoint.
	 * @return the call; fails with
	 * {@link io.github.gradiospring.client.error.BadArgumentException} when there are
	 * several
	 */
	EndpointSpec endpoint();

	/**
	 * What the app says of itself; connects if that was not done yet.
	 * @return the app, or a
	 * {@link io.github.gradiospring.client.error.GradioClientException}
	 */
	Mono<GradioApp> app();

	/**
	 * The endpoints with their parameters and results, to print or to look through.
	 * @return the description, or a
	 * {@link io.github.gradiospring.client.error.GradioClientException}
	 */
	Mono<ApiDescription> viewApi();

	/**
	 * Fetches a file of a result piece by piece.
	 * @param file the file
	 * @return the content; fails with
	 * {@link io.github.gradiospring.client.error.FileTransferException}
	 */
	Flux<DataBuffer> content(FileData file);

	/**
	 * The session that calls belong to.
	 * @return the hash
	 */
	String sessionHash();

	/** Takes a new session: the app's state starts anew, running calls go on. */
	void resetSession();

	/**
	 * Ends the session and frees everything: open calls fail with
	 * {@link io.github.gradiospring.client.error.ClientClosedException}.
	 * @return completes when everything is closed
	 */
	Mono<Void> close();

}
