package io.github.gradiospring.client.call;

/** How a call travels to the app. */
public enum CallRoute {

	/** Through the queue, its messages on the session's one stream. */
	QUEUE,

	/**
	 * Through the queue by <code>/call</code>, with a stream for this call alone; no
	 * positions, progress or logs, and state only within the session.
	 */
	CALL,

	/** Past the queue by <code>/run</code>: one request, one answer. */
	RUN

}
