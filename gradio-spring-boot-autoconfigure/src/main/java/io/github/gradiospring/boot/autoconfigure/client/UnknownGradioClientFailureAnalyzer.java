package io.github.gradiospring.boot.autoconfigure.client;

import io.github.gradiospring.client.exchange.UnknownGradioClientException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which clients there are when an interface wants another. */
class UnknownGradioClientFailureAnalyzer extends AbstractFailureAnalyzer<UnknownGradioClientException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnknownGradioClientException cause) {
		String known = cause.known().isEmpty() ? "There is no client."
				: "There are: '" + String.join("', '", cause.known()) + "'.";
		String description = "%s calls the Gradio client '%s', which there is not. %s".formatted(cause.exchange(),
				cause.name(), known);
		String action = "Set '%1$s.%2$s.url' or '%1$s.%2$s.space', or name a client that there is."
			.formatted(GradioClientsProperties.PREFIX, cause.name());
		return new FailureAnalysis(description, action, cause);
	}

}
