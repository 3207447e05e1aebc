package io.github.gradiospring.server.file;

/**
 * Thrown when a file is larger than {@code gradio.files.max-file-size}.
 */
public class FileTooLargeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong, for the caller
	 */
	public FileTooLargeException(String message) {
		super(message);
	}

}
