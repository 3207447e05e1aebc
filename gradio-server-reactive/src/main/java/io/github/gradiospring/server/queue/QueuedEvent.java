package io.github.gradiospring.server.queue;

import java.time.Instant;
import java.util.List;

import io.github.gradiospring.server.endpoint.GradioRequest;
import tools.jackson.databind.JsonNode;

/**
 * A call that was accepted: plain data, so that any replica can run it.
 *
 * @param id the event id that the client knows, 32 hexadecimal digits
 * @param endpointId the endpoint, the {@code fn_index} of the call
 * @param channel the channel of the event log that its messages go to
 * @param data one value per input component
 * @param request the request that made the call
 * @param joinedAt when it was accepted
 */
public record QueuedEvent(String id, int endpointId, String channel, List<JsonNode> data, GradioRequest request,
		Instant joinedAt) {

}
