package io.github.gradiospring.boot.autoconfigure.server;

import io.github.gradiospring.server.session.DefaultGradioSessions;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the connections that clients keep to show that they are there, when the queue is
 * drained and before the web server waits for its requests to end.
 */
final class GradioSessionsLifecycle implements SmartLifecycle {

	/** Later phases stop first. */
	static final int PHASE = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 256;

	private final DefaultGradioSessions sessions;

	private volatile boolean running;

	GradioSessionsLifecycle(DefaultGradioSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.sessions.close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/** Sessions that were closed do not open again. */
	@Override
	public boolean isPauseable() {
		return false;
	}

}
