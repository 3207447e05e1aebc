package io.github.gradiospring.server.queue;

import java.util.List;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.GradioRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call on its way into the queue.
 *
 * @param endpoint what is called
 * @param data one value per input component
 * @param channel the channel for its messages; {@code null} for a channel of its own,
 * which is then the event id
 * @param request the request that made the call
 */
public record QueueCall(Endpoint endpoint, List<JsonNode> data, @Nullable String channel, GradioRequest request) {

}
