package io.github.gradiospring.protocol.file;

/**
 * A value on the wire that should have been a {@link FileData} and is not.
 */
public class InvalidFileDataException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong
	 */
	public InvalidFileDataException(String message) {
		super(message);
	}

}
