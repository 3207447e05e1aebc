package io.github.gradiospring.boot.autoconfigure.server;

import java.time.Duration;

import io.github.gradiospring.server.queue.DefaultGradioQueue;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Drains the queue before the web server waits for its requests to end: an open stream is
 * such a request, and ends when its events have.
 */
final class GradioQueueLifecycle implements SmartLifecycle {

	/** Later phases stop first. */
	static final int PHASE = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 512;

	private final DefaultGradioQueue queue;

	private final Duration timeout;

	private volatile boolean running;

	GradioQueueLifecycle(DefaultGradioQueue queue, Duration timeout) {
		this.queue = queue;
		this.timeout = timeout;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		throw new UnsupportedOperationException("Only stops with a callback");
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.queue.stop(this.timeout).doFinally((signal) -> callback.run()).subscribe();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/** A queue that was stopped does not start again. */
	@Override
	public boolean isPauseable() {
		return false;
	}

}
