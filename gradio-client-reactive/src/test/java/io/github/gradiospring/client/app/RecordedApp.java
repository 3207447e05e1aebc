package io.github.gradiospring.client.app;

import java.io.IOException;
import java.io.InputStream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.info.ApiInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fixture app as real Gradio describes it. */
public final class RecordedApp {

	private RecordedApp() {
	}

	public static GradioApp main() {
		JsonNode recorded = read("config_fixtures_main.json");
		ObjectNode config = GradioProtocol.jsonMapper().createObjectNode();
		config.set("dependencies", recorded.findValue("dependencies"));
		config.set("components", recorded.findValue("components"));
		config.put("protocol", "sse_v3").put("api_prefix", "/gradio_api");
		ObjectNode info = GradioProtocol.jsonMapper().createObjectNode();
		info.set("named_endpoints", read("info_fixtures_main.json").findValue("named_endpoints"));
		GradioConfig parsed = AppDocuments.config(config);
		return AppDocuments.app(parsed, GradioProtocol.jsonMapper().treeToValue(info, ApiInfo.class));
	}

	private static JsonNode read(String name) {
		try (InputStream in = RecordedApp.class.getResourceAsStream("/recordings/" + name)) {
			return GradioProtocol.jsonMapper().readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
