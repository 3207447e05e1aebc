package io.github.gradiospring.server.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.databind.JsonNode;

/**
 * What Gradio said.
 */
final class Recordings {

	private Recordings() {
	}

	static JsonNode load(String name) {
		try (InputStream resource = Recordings.class.getResourceAsStream("/recordings/" + name + ".json")) {
			return GradioProtocol.jsonMapper().readTree(resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An endpoint of the two recorded {@code /info}. */
	static JsonNode endpoint(String name) {
		JsonNode endpoint = endpoint("info_fixtures_main", name);
		return endpoint.isMissingNode() ? endpoint("info_components", name) : endpoint;
	}

	private static JsonNode endpoint(String recording, String name) {
		return load(recording).at("/steps/0/response/json/named_endpoints").path("/" + name);
	}

	/** The data of the completed job of a recorded stream. */
	static JsonNode completed(String name, int step) {
		for (JsonNode message : load(name).at("/steps/" + step + "/response/sse")) {
			if (message.path("msg").asString("").equals("process_completed")) {
				return message.path("output");
			}
		}
		throw new IllegalStateException("No completed job in step " + step + " of " + name);
	}

}
