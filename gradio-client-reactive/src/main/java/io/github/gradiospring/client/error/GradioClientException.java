package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A call that did not work out. The subclasses say why; nothing secret is in a message.
 */
public abstract class GradioClientException extends RuntimeException {

	protected GradioClientException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
