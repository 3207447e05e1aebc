package io.github.gradiospring.protocol.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message of a kind that this library does not know. Readers skip it.
 *
 * @param msg the kind; empty if the message names none
 * @param eventId the job
 * @param fields all other fields
 */
public record UnknownMessage(String msg, @Nullable String eventId,
		@JsonAnySetter @JsonAnyGetter Map<String, JsonNode> fields) implements ServerMessage {

	public UnknownMessage {
		msg = (msg != null) ? msg : "";
		fields = (fields != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(fields)) : Map.of();
	}

}
