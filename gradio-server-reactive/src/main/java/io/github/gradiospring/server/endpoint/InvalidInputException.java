package io.github.gradiospring.server.endpoint;

import java.util.List;

/**
 * Thrown when the values of a call cannot be accepted. Official clients show the message
 * of each invalid parameter; the status is 422.
 */
public class InvalidInputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<InvalidParameter> parameters;

	/**
	 * Creates the exception.
	 * @param parameters what is wrong, at least one
	 */
	public InvalidInputException(List<InvalidParameter> parameters) {
		super(parameters.toString());
		this.parameters = List.copyOf(parameters);
	}

	/**
	 * What is wrong.
	 * @return the invalid parameters
	 */
	public List<InvalidParameter> parameters() {
		return this.parameters;
	}

	/**
	 * A parameter with a value that is not valid.
	 *
	 * @param name the name of the parameter
	 * @param message what is wrong
	 */
	public record InvalidParameter(String name, String message) {
	}

}
