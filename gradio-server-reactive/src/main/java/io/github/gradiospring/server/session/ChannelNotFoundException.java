package io.github.gradiospring.server.session;

/**
 * Thrown when a stream asks for a channel that was never opened or has expired.
 */
public class ChannelNotFoundException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what happened, for the caller
	 */
	public ChannelNotFoundException(String message) {
		super(message);
	}

}
