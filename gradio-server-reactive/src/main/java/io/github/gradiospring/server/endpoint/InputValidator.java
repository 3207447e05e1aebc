package io.github.gradiospring.server.endpoint;

import java.util.List;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Checks the values of a call before it is accepted. */
public interface InputValidator {

	/**
	 * Checks the number of values, their JSON types and the constraints of Bean
	 * Validation.
	 * @param endpoint the endpoint
	 * @param data one value per input component
	 * @param request the request that makes the call
	 * @return completes when all is well, fails with {@link InvalidInputException}
	 */
	Mono<Void> validate(Endpoint endpoint, List<JsonNode> data, GradioRequest request);

}
