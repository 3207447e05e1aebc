package io.github.gradiospring.client.error;

import java.time.Duration;

/** The app's queue takes no more calls now (503). */
public class QueueFullException extends GradioClientException {

	/** What is guessed where the app tells no time; a queue moves with each run. */
	public static final Duration UNKNOWN_RETRY = Duration.ofSeconds(1);

	private final Duration retryAfter;

	public QueueFullException(String message, Duration retryAfter) {
		super(message, null);
		this.retryAfter = retryAfter;
	}

	/**
	 * When to try again: what the server said, or a guess.
	 * @return the time from now
	 */
	public Duration getRetryAfter() {
		return this.retryAfter;
	}

}
