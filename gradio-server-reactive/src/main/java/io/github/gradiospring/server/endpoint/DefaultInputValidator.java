package io.github.gradiospring.server.endpoint;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.component.InvalidValueException;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Checks the number of values, refuses {@code null} where there must be a value, lets
 * each component look at the shape of its value, and leaves constraints to the validator
 * of the endpoint. Does not block.
 */
public final class DefaultInputValidator implements InputValidator {

	@Override
	public Mono<Void> validate(Endpoint endpoint, List<JsonNode> data, GradioRequest request) {
		return Mono.defer(() -> {
			List<InvalidParameter> invalid = check(endpoint, data);
			if (!invalid.isEmpty()) {
				return Mono.error(new InvalidInputException(invalid));
			}
			InputValidator constraints = endpoint.validator();
			return (constraints != null) ? constraints.validate(endpoint, data, request) : Mono.empty();
		});
	}

	private static List<InvalidParameter> check(Endpoint endpoint, List<JsonNode> data) {
		InvalidParameter count = InputValues.countProblem(endpoint, data);
		if (count != null) {
			return List.of(count);
		}
		List<InvalidParameter> invalid = new ArrayList<>(0);
		for (int i = 0; i < data.size(); i++) {
			EndpointInput input = endpoint.inputs().get(i);
			JsonNode value = data.get(i);
			InvalidParameter nullProblem = InputValues.nullProblem(input, value);
			if (nullProblem != null) {
				invalid.add(nullProblem);
			}
			else if (input.state() == null && !value.isNull()) {
				checkShape(input, value, invalid);
			}
		}
		return invalid;
	}

	private static void checkShape(EndpointInput input, JsonNode value, List<InvalidParameter> invalid) {
		try {
			input.binding().check(value);
		}
		catch (InvalidValueException ex) {
			invalid.add(new InvalidParameter(input.name(), String.valueOf(ex.getMessage())));
		}
	}

}
