package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The job was cancelled, by the caller or on the server.
 */
public class JobCancelledException extends GradioClientException {

	public JobCancelledException(String message) {
		this(message, null);
	}

	public JobCancelledException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
