package io.github.gradiospring.server.component;

/**
 * Thrown when a value from the wire is not acceptable. The message is shown to the
 * caller, so it says what is wrong and holds no internals.
 */
public class InvalidValueException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong with the value
	 */
	public InvalidValueException(String message) {
		super(message);
	}

}
