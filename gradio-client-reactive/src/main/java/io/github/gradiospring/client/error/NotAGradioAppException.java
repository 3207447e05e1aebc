package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing answers at the address, or something that is no Gradio app, or one that speaks
 * a protocol that this client does not.
 */
public class NotAGradioAppException extends GradioClientException {

	public NotAGradioAppException(String message) {
		this(message, null);
	}

	public NotAGradioAppException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
