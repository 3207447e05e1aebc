package io.github.gradiospring.protocol.diff;

/**
 * A value on the wire that should have been a list of edits and is not.
 */
public class InvalidEditException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong
	 */
	public InvalidEditException(String message) {
		super(message);
	}

}
