package io.github.gradiospring.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiInfo;
import tools.jackson.databind.JsonNode;

/** API descriptions as real Gradio gave them. */
final class InfoDocuments {

	static final List<String> NAMES = List.of("info_chat", "info_fixtures_main", "info_interface", "info_limits",
			"info_many", "info_server");

	private InfoDocuments() {
	}

	static List<ApiInfo> all(String recording) {
		List<ApiInfo> documents = new ArrayList<>();
		read(recording).path("steps").forEach((step) -> {
			JsonNode json = step.at("/response/json");
			if (json.has("named_endpoints")) {
				documents.add(GradioProtocol.jsonMapper().treeToValue(json, ApiInfo.class));
			}
		});
		return documents;
	}

	static ApiInfo first(String recording) {
		return all(recording).get(0);
	}

	static ApiInfo parse(String json) {
		return GradioProtocol.jsonMapper().readValue(json, ApiInfo.class);
	}

	static JsonNode read(String recording) {
		try (InputStream resource = InfoDocuments.class.getResourceAsStream("/recordings/" + recording + ".json")) {
			return GradioProtocol.jsonMapper().readTree(resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
