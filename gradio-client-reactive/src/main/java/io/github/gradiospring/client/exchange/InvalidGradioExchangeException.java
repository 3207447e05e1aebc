package io.github.gradiospring.client.exchange;

/**
 * A {@link GradioExchange} interface that cannot be a client of any app.
 */
public class InvalidGradioExchangeException extends IllegalArgumentException {

	private final String declaration;

	private final String problem;

	public InvalidGradioExchangeException(String declaration, String problem) {
		super(declaration + ": " + problem);
		this.declaration = declaration;
		this.problem = problem;
	}

	/**
	 * What is declared wrongly.
	 * @return the interface, or its method
	 */
	public String declaration() {
		return this.declaration;
	}

	/**
	 * What is wrong, and what to do about it.
	 * @return a sentence or two
	 */
	public String problem() {
		return this.problem;
	}

}
