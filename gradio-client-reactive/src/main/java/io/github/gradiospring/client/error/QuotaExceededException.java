package io.github.gradiospring.client.error;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The caller has used up what it may (429, or a Space's ZeroGPU quota). */
public class QuotaExceededException extends GradioClientException {

	private final @Nullable Duration retryAfter;

	public QuotaExceededException(String message, @Nullable Duration retryAfter) {
		super(message, null);
		this.retryAfter = retryAfter;
	}

	/**
	 * When to try again, if the server said.
	 * @return the time from now
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

}
