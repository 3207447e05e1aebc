package io.github.gradiospring.boot.autoconfigure.client;

import io.github.gradiospring.client.exchange.InvalidGradioExchangeException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which exchange interface is declared wrongly. */
class InvalidGradioExchangeFailureAnalyzer extends AbstractFailureAnalyzer<InvalidGradioExchangeException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidGradioExchangeException cause) {
		String description = "The Gradio exchange %s cannot be a client:%n%n    %s".formatted(cause.declaration(),
				cause.problem());
		return new FailureAnalysis(description, "Change the declaration as described.", cause);
	}

}
