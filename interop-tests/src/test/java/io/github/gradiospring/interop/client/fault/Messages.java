package io.github.gradiospring.interop.client.fault;

/** Messages of a stream, as Gradio writes them. */
final class Messages {

	private static final String STEP = """
			{"msg": "%s", "event_id": "%s", "output": {"data": [%s], "is_generating": %s, "duration": 0.1,
			"average_duration": 0.1, "render_config": null, "changed_state_ids": []}, "success": true}
			""";

	static final String CLOSE_STREAM = "{\"msg\": \"close_stream\", \"event_id\": null}";

	static final String HEARTBEAT = "{\"msg\": \"heartbeat\", \"event_id\": null}";

	private Messages() {
	}

	static String estimation(String id, int rank) {
		return "{\"msg\": \"estimation\", \"event_id\": \"%s\", \"rank\": %d, \"queue_size\": %d, \"rank_eta\": null}"
			.formatted(id, rank, rank + 1);
	}

	static String starts(String id) {
		return "{\"msg\": \"process_starts\", \"event_id\": \"%s\", \"eta\": null}".formatted(id);
	}

	static String generating(String id, String json) {
		return STEP.formatted("process_generating", id, json, true);
	}

	static String completed(String id, String json) {
		return STEP.formatted("process_completed", id, json, false);
	}

	static String cancelled(String id) {
		return "{\"msg\": \"process_completed\", \"event_id\": \"%s\", \"output\": {}, \"success\": true}"
			.formatted(id);
	}

	static String unexpectedError(String message, boolean sessionNotFound) {
		return "{\"msg\": \"unexpected_error\", \"event_id\": null, \"message\": \"%s\", \"session_not_found\": %s, \"success\": false}"
			.formatted(message, sessionNotFound);
	}

}
