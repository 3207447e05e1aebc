package io.github.gradiospring.server.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a call: of a join, a chunk, {@code /call} and {@code /run}.
 *
 * @param data one value per input component
 * @param fnIndex the endpoint
 * @param sessionHash the session
 * @param eventData what the event on the page carried
 * @param batched whether each value is a list with a value per call
 */
record CallBody(List<JsonNode> data, @Nullable Integer fnIndex, @Nullable String sessionHash,
		@Nullable JsonNode eventData, boolean batched) {

	/** Official clients use 10 to 36 characters. */
	static final int MAX_SESSION_HASH = 128;

	/**
	 * Reads a body.
	 * @param json the body
	 * @return the call
	 * @throws InvalidBodyException when it is none
	 */
	static CallBody read(JsonNode json) {
		BodyFields fields = new BodyFields(json);
		String sessionHash = fields.text("session_hash", MAX_SESSION_HASH);
		List<JsonNode> data = fields.requiredList("data");
		Integer fnIndex = fields.integer("fn_index");
		boolean batched = fields.flag("batched");
		fields.verify();
		JsonNode eventData = json.path("event_data");
		return new CallBody(data, fnIndex, sessionHash,
				(eventData.isMissingNode() || eventData.isNull()) ? null : eventData, batched);
	}

}
