package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The client was closed before the job had ended.
 */
public class ClientClosedException extends GradioClientException {

	public ClientClosedException(String message) {
		this(message, null);
	}

	public ClientClosedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
