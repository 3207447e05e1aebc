package io.github.gradiospring.client.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.info.ApiInfo;
import tools.jackson.databind.JsonNode;

/** The fixture app as real Gradio described it. */
final class RecordedApp {

	private RecordedApp() {
	}

	static GradioApp main() {
		GradioConfig config = read("config_fixtures_main", GradioConfig.class);
		ApiInfo info = read("info_fixtures_main", ApiInfo.class);
		List<AppEndpoint> endpoints = config.dependencies()
			.stream()
			.map((dependency) -> new AppEndpoint(dependency, info.namedEndpoints().get("/" + dependency.apiName()),
					List.of(), List.of()))
			.toList();
		return new GradioApp(config, info, endpoints);
	}

	private static <T> T read(String recording, Class<T> type) {
		try (InputStream resource = RecordedApp.class.getResourceAsStream("/recordings/" + recording + ".json")) {
			// recordings have a placeholder for the number that an app draws at its start
			String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\"<int>\"", "1");
			JsonNode json = GradioProtocol.jsonMapper().readTree(text).at("/steps/0/response/json");
			return GradioProtocol.jsonMapper().treeToValue(json, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
