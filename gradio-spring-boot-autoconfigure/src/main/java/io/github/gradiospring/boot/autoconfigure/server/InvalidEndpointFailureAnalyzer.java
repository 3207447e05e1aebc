package io.github.gradiospring.boot.autoconfigure.server;

import io.github.gradiospring.server.endpoint.InvalidEndpointException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which endpoint is declared wrongly and what to change. */
class InvalidEndpointFailureAnalyzer extends AbstractFailureAnalyzer<InvalidEndpointException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidEndpointException cause) {
		String description = "The Gradio endpoint %s cannot be served:%n%n    %s".formatted(cause.declaration(),
				cause.problem());
		return new FailureAnalysis(description, cause.action(), cause);
	}

}
