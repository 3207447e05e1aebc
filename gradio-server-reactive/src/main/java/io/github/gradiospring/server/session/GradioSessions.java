package io.github.gradiospring.server.session;

import reactor.core.publisher.Flux;

/**
 * The sessions of an application. A client holds a heartbeat as long as it lives; a
 * session is closed when its last heartbeat is gone, or when its state has expired.
 */
public interface GradioSessions {

	/**
	 * Holds a heartbeat of a session.
	 * @param sessionHash the session
	 * @return a beat at once and every few seconds; completes when the application stops,
	 * fails with {@link TooManySessionsException}. Cancelling is what disconnects the
	 * client
	 */
	Flux<Long> connect(String sessionHash);

	/**
	 * Counts the sessions.
	 * @return how many sessions are connected
	 */
	int size();

}
