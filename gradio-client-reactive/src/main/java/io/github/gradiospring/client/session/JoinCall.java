package io.github.gradiospring.client.session;

import java.util.List;

import io.github.gradiospring.client.app.AppEndpoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call as the wire takes it.
 *
 * @param endpoint the endpoint
 * @param data one value per input component, null for state
 * @param eventData what the event on a page would carry
 */
public record JoinCall(AppEndpoint endpoint, List<JsonNode> data, @Nullable JsonNode eventData) {

	public JoinCall {
		data = List.copyOf(data);
	}

}
