package io.github.gradiospring.server.file;

/**
 * Thrown when the files that are kept would take more than
 * {@code gradio.files.max-total-size}.
 */
public class FileStoreFullException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong, for the caller
	 */
	public FileStoreFullException(String message) {
		super(message);
	}

}
