package io.github.gradiospring.client.session;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.protocol.message.ServerMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The calls of one session: one stream from the server, opened on demand, carries the
 * messages of all of them.
 */
public interface SessionCalls {

	/**
	 * The session that calls belong to; the app keeps its state by it.
	 * @return the hash
	 */
	String sessionHash();

	/**
	 * Takes another session, as if the page had been opened anew; running calls go on in
	 * the old one.
	 */
	void reset();

	/**
	 * Calls an endpoint.
	 * @param app the app
	 * @param call the call
	 * @return the messages of this call, whole and in order, without heartbeats; diffs
	 * are not applied. Ends once: completes after
	 * {@link io.github.gradiospring.protocol.message.ProcessCompleted}; fails with a
	 * {@link io.github.gradiospring.client.error.GradioClientException} when the server
	 * refuses the call, when the stream breaks, or when this session is closed.
	 * Cancelling before the end cancels the work on the server. A slow subscriber holds
	 * up nothing but itself: positions and progress that it is too late for are dropped,
	 * outputs never.
	 */
	Flux<ServerMessage> call(ConnectedApp app, JoinCall call);

	/**
	 * Ends the session: open calls fail with
	 * {@link io.github.gradiospring.client.error.ClientClosedException}, and the streams
	 * are closed.
	 * @return completes when everything is closed
	 */
	Mono<Void> close();

}
