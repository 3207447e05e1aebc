package io.github.gradiospring.server.web;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.databind.JsonNode;

/** Gives recorded messages numbers where the recording has placeholders. */
final class Numbers {

	private Numbers() {
	}

	static JsonNode fill(JsonNode recorded) {
		return GradioProtocol.jsonMapper()
			.readTree(recorded.toString().replace("\"<float>\"", "0.5").replace("\"<int>\"", "7"));
	}

}
