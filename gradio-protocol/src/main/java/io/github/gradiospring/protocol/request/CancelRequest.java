package io.github.gradiospring.protocol.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The body of <code>/cancel</code>; all keys are required.
 *
 * @param eventId the job
 * @param sessionHash the session that started it
 * @param fnIndex the id of the dependency that it runs
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CancelRequest(String eventId, String sessionHash, @JsonProperty(required = true) int fnIndex) {

	public CancelRequest {
		if (eventId == null || sessionHash == null) {
			throw new IllegalArgumentException("event_id and session_hash are required");
		}
	}

}
