package io.github.gradiospring.server.endpoint;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One call of an endpoint.
 *
 * @param arguments the converted values in the order of the inputs, state left out; for a
 * batch a list of values for each input
 * @param states the values of the session that the endpoint declares, by name
 * @param eventId the id of the event; for a batch that of its first
 * @param request the request that made the call; for a batch that of its first
 * @param progress reports progress to the caller
 * @param log sends messages to the caller
 */
public record EndpointCall(List<@Nullable Object> arguments, Map<String, StateValue<Object>> states, String eventId,
		GradioRequest request, GradioProgress progress, GradioLog log) {

}
