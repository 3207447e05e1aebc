package io.github.gradiospring.boot.autoconfigure.client;

/** A client whose properties do not make a client. */
class InvalidGradioClientException extends IllegalStateException {

	private final String name;

	private final String problem;

	private final String action;

	InvalidGradioClientException(String name, String problem, String action) {
		super("The Gradio client '%s' cannot be built: %s".formatted(name, problem));
		this.name = name;
		this.problem = problem;
		this.action = action;
	}

	String name() {
		return this.name;
	}

	String problem() {
		return this.problem;
	}

	String action() {
		return this.action;
	}

}
