package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The app wants a login or a token, or refused the one that it got (401 and 403).
 */
public class AuthenticationException extends GradioClientException {

	public AuthenticationException(String message) {
		this(message, null);
	}

	public AuthenticationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
