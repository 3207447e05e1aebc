package io.github.gradiospring.server.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings the values of a call into the order of an endpoint's inputs, state included. */
public final class InputValues {

	private InputValues() {
	}

	/**
	 * Adds the state that callers of {@code /call} may leave out.
	 * @param endpoint the endpoint
	 * @param data the values as the caller sent them
	 * @return one value per input if only state was left out, else the same values
	 */
	public static List<JsonNode> complete(Endpoint endpoint, List<JsonNode> data) {
		int states = endpoint.states().size();
		if (states == 0 || data.size() != endpoint.inputs().size() - states) {
			return data;
		}
		List<JsonNode> result = new ArrayList<>(endpoint.inputs().size());
		Iterator<JsonNode> values = data.iterator();
		for (EndpointInput input : endpoint.inputs()) {
			result.add((input.state() != null) ? NullNode.getInstance() : values.next());
		}
		return result;
	}

	/**
	 * Puts the named values of {@code /call/v2} in order and fills in defaults.
	 * @param endpoint the endpoint
	 * @param values the values by parameter name
	 * @return one value per input
	 * @throws InvalidInputException naming each parameter that is missing or unknown
	 */
	public static List<JsonNode> fromNames(Endpoint endpoint, ObjectNode values) {
		List<JsonNode> result = new ArrayList<>(endpoint.inputs().size());
		List<InvalidParameter> invalid = new ArrayList<>();
		Set<String> unknown = new HashSet<>(values.propertyNames());
		for (EndpointInput input : endpoint.inputs()) {
			if (input.state() != null) {
				result.add(NullNode.getInstance());
				continue;
			}
			unknown.remove(input.name());
			JsonNode value = values.get(input.name());
			if (value == null && input.hasDefault()) {
				value = (input.defaultValue() != null) ? input.defaultValue() : NullNode.getInstance();
			}
			if (value == null) {
				invalid.add(new InvalidParameter(input.name(),
						"The endpoint %s needs a value for this parameter.".formatted(endpoint)));
				value = NullNode.getInstance();
			}
			result.add(value);
		}
		unknown.stream()
			.sorted()
			.map((name) -> new InvalidParameter(name, "The endpoint %s has no such parameter.".formatted(endpoint)))
			.forEach(invalid::add);
		if (!invalid.isEmpty()) {
			throw new InvalidInputException(invalid);
		}
		return result;
	}

	/** What is wrong with the number of values, {@code null} if nothing. */
	static @Nullable InvalidParameter countProblem(Endpoint endpoint, List<JsonNode> data) {
		List<EndpointInput> inputs = endpoint.inputs();
		if (data.size() == inputs.size()) {
			return null;
		}
		String counts = "The endpoint %s did not get the right number of values (needed: %d, got: %d)."
			.formatted(endpoint, inputs.size(), data.size());
		if (data.size() > inputs.size()) {
			return new InvalidParameter("data", counts);
		}
		List<EndpointInput> missing = inputs.subList(data.size(), inputs.size());
		EndpointInput first = missing.stream()
			.filter((input) -> input.state() == null)
			.findFirst()
			.orElse(missing.get(0));
		return new InvalidParameter(first.name(), counts);
	}

	/** What is wrong with a JSON {@code null}, {@code null} if nothing. */
	static @Nullable InvalidParameter nullProblem(EndpointInput input, JsonNode value) {
		if (!value.isNull() || input.nullable() || input.state() != null) {
			return null;
		}
		return new InvalidParameter(input.name(), "A value is required, null is not accepted.");
	}

}
