package io.github.gradiospring.protocol.request;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The body of <code>/queue/join</code>, and of <code>/run</code> and <code>/call</code>,
 * which use fewer keys. Numbers may come as strings. Keys that are {@code null} or false
 * are not written.
 *
 * @param data one entry per input component, state included as null; required
 * @param fnIndex the id of the dependency to run
 * @param sessionHash the caller's session
 * @param eventData what the browser knows about the event
 * @param triggerId the component that triggered the event
 * @param simpleFormat whether results are whole values instead of edits
 * @param batched whether {@code data} holds columns of a batch
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JoinRequest(List<JsonNode> data, @Nullable Integer fnIndex, @Nullable String sessionHash,
		@Nullable JsonNode eventData, @Nullable Integer triggerId,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean simpleFormat,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean batched) {

	public JoinRequest {
		if (data == null) {
			throw new IllegalArgumentException("data is required");
		}
		data = List.copyOf(data);
		eventData = (eventData == null || eventData.isNull()) ? null : eventData;
	}

	/**
	 * The request of an API client.
	 * @param data one entry per input component
	 * @param fnIndex the id of the dependency to run
	 * @param sessionHash the caller's session
	 * @return the request
	 */
	public static JoinRequest of(List<JsonNode> data, int fnIndex, String sessionHash) {
		return new JoinRequest(data, fnIndex, sessionHash, null, null, false, false);
	}

}
