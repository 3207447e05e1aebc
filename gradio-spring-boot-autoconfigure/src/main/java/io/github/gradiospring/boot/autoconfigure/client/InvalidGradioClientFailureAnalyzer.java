package io.github.gradiospring.boot.autoconfigure.client;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which client cannot be built and which property to set. */
class InvalidGradioClientFailureAnalyzer extends AbstractFailureAnalyzer<InvalidGradioClientException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidGradioClientException cause) {
		String description = "The Gradio client '%s' cannot be built:%n%n    %s".formatted(cause.name(),
				cause.problem());
		return new FailureAnalysis(description, cause.action(), cause);
	}

}
