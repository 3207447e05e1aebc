package io.github.gradiospring.server.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * Thrown at start-up for an endpoint that the application declares wrongly. It says what
 * to change.
 */
public class InvalidEndpointException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String declaration;

	private final String problem;

	private final String action;

	/**
	 * Creates the exception.
	 * @param declaration where the endpoint is declared, such as a method of a bean
	 * @param problem what is wrong with it, as a sentence
	 * @param action what to change, as a sentence
	 */
	public InvalidEndpointException(String declaration, String problem, String action) {
		this(declaration, problem, action, null);
	}

	/**
	 * Creates the exception.
	 * @param declaration where the endpoint is declared, such as a method of a bean
	 * @param problem what is wrong with it, as a sentence
	 * @param action what to change, as a sentence
	 * @param cause the cause, or {@code null}
	 */
	public InvalidEndpointException(String declaration, String problem, String action, @Nullable Throwable cause) {
		super("Invalid endpoint %s: %s %s".formatted(declaration, problem, action), cause);
		this.declaration = declaration;
		this.problem = problem;
		this.action = action;
	}

	/**
	 * Where the endpoint is declared.
	 * @return the declaration, such as {@code TextTools.greet(String)}
	 */
	public String declaration() {
		return this.declaration;
	}

	/**
	 * What is wrong.
	 * @return a sentence
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * What to change.
	 * @return a sentence
	 */
	public String action() {
		return this.action;
	}

}
