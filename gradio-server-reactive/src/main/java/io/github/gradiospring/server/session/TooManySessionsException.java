package io.github.gradiospring.server.session;

/**
 * Thrown when no further session can be opened, see {@code gradio.session.max-sessions}.
 */
public class TooManySessionsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what happened, for the caller
	 */
	public TooManySessionsException(String message) {
		super(message);
	}

}
