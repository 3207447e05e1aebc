package io.github.gradiospring.client.app;

import reactor.core.publisher.Mono;

import io.github.gradiospring.client.http.GradioHttp;

/** Connects to an app, once, and again when it changed. */
public interface AppConnector {

	/**
	 * The app, connected to on the first subscription: the address is found, a login is
	 * made if there is one to make, <code>/config</code> and <code>/info</code> are read.
	 * Later subscriptions get the same; a failure is not kept.
	 * @return the connected app, or a
	 * {@link io.github.gradiospring.client.error.GradioClientException}
	 */
	Mono<ConnectedApp> connect();

	/**
	 * Says that the app may have changed, so that the next {@link #connect} asks it.
	 */
	void refresh();

	/**
	 * An app with the connection to it.
	 *
	 * @param http the connection
	 * @param app what the app says of itself
	 */
	record ConnectedApp(GradioHttp http, GradioApp app) {
	}

}
