package io.github.gradiospring.blocks.interfaces;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A result that somebody flagged.
 *
 * @param endpoint the API name of the endpoint
 * @param values the values of the inputs and outputs by their labels, in order, as they
 * are on the wire
 * @param option the reason, {@code null} when there are none to choose from
 * @param username who flagged it, {@code null} when nobody logged in
 * @param time when it was flagged
 */
public record FlaggedResult(String endpoint, Map<String, JsonNode> values, @Nullable String option,
		@Nullable String username, Instant time) {

}
