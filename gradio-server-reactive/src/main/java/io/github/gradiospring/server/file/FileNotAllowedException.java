package io.github.gradiospring.server.file;

/**
 * Thrown for a path that was not handed out, no longer exists or is not allowed.
 */
public class FileNotAllowedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong, for the caller
	 */
	public FileNotAllowedException(String message) {
		super(message);
	}

}
