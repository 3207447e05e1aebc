package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection to the app broke, so that the job's end cannot be known any more. The
 * client goes on working.
 */
public class ConnectionLostException extends GradioClientException {

	public ConnectionLostException(String message) {
		this(message, null);
	}

	public ConnectionLostException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
