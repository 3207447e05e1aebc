package io.github.gradiospring.server.session;

/**
 * Thrown when a channel was closed while somebody wrote to it or read from it.
 */
public class ChannelClosedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what happened, for the caller
	 */
	public ChannelClosedException(String message) {
		super(message);
	}

}
