package io.github.gradiospring.server.file;

/**
 * Thrown when nothing safe is left of a file's name.
 */
public class InvalidFilenameException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong, for the caller
	 */
	public InvalidFilenameException(String message) {
		super(message);
	}

}
