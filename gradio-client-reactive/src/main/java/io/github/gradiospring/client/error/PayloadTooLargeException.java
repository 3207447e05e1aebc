package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * What was sent is larger than the app takes (413).
 */
public class PayloadTooLargeException extends GradioClientException {

	public PayloadTooLargeException(String message) {
		this(message, null);
	}

	public PayloadTooLargeException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
