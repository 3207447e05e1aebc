package io.github.gradiospring.server.session;

import reactor.core.publisher.Mono;

/** Clears away what a session leaves behind, such as its events or cached results. */
@FunctionalInterface
public interface SessionCleanup {

	/**
	 * Called once for each session that has ended, before any
	 * {@link GradioSessionListener}.
	 * @param sessionHash the session
	 * @param end how it ended
	 * @return completes when all is clear; an error is logged
	 */
	Mono<Void> clean(String sessionHash, SessionEnd end);

	/** How a session can end. */
	enum SessionEnd {

		/** Its client is gone. */
		DISCONNECTED,

		/** Its state was not used for too long; a client may still wait for results. */
		EXPIRED

	}

}
