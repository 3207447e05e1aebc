package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The inputs do not fit the endpoint; found before anything was sent.
 */
public class BadArgumentException extends GradioClientException {

	public BadArgumentException(String message) {
		this(message, null);
	}

	public BadArgumentException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
