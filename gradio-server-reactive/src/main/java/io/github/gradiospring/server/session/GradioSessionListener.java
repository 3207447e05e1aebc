package io.github.gradiospring.server.session;

/**
 * Told when a session has ended: its client disconnected its heartbeat, or it expired. A
 * bean of this type is what Gradio calls an {@code unload} event. Called on a worker; may
 * block.
 */
@FunctionalInterface
public interface GradioSessionListener {

	/**
	 * Called once for each session that has ended.
	 * @param sessionHash the session
	 */
	void sessionClosed(String sessionHash);

}
