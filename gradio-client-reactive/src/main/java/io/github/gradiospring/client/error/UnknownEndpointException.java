package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The app has no such endpoint, or not for callers like us.
 */
public class UnknownEndpointException extends GradioClientException {

	public UnknownEndpointException(String message) {
		this(message, null);
	}

	public UnknownEndpointException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
