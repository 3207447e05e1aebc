package io.github.gradiospring.client.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.app.AppEndpoint.Slot;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.ComponentConfig;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.EndpointInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what an app says of itself. */
final class AppDocuments {

	private AppDocuments() {
	}

	/** Whether a document is a config at all, of an app that speaks what we speak. */
	static GradioConfig config(JsonNode document) {
		if (!document.path("dependencies").isArray() || !document.path("components").isArray()) {
			throw new NotAGradioAppException("The answer of /config is none of a Gradio app.");
		}
		// Python's client assumes the same, as old apps do not tell
		String protocol = document.path("protocol").asString("ws");
		if (!protocol.startsWith("sse")) {
			throw new NotAGradioAppException(
					"The app speaks the protocol '%s', which this client does not.".formatted(protocol));
		}
		return read(document, GradioConfig.class);
	}

	/** The prefix that old apps do not have. */
	static String apiPrefix(JsonNode config) {
		return config.path("api_prefix").asString("");
	}

	static ApiInfo info(JsonNode document) {
		return read(document, ApiInfo.class);
	}

	static GradioApp app(GradioConfig config, ApiInfo info) {
		Map<Integer, ComponentConfig> components = new HashMap<>();
		config.components().forEach((component) -> components.put(component.id(), component));
		List<AppEndpoint> endpoints = new ArrayList<>();
		for (DependencyConfig dependency : config.dependencies()) {
			EndpointInfo described = info.namedEndpoints().get("/" + dependency.apiName());
			endpoints.add(new AppEndpoint(dependency, described, slots(dependency.inputs(), components),
					slots(dependency.outputs(), components)));
		}
		return new GradioApp(config, info, endpoints);
	}

	private static List<Slot> slots(List<Integer> ids, Map<Integer, ComponentConfig> components) {
		return ids.stream().map((id) -> {
			ComponentConfig component = components.get(id);
			String type = (component != null) ? component.type() : "";
			boolean state = type.equals("state");
			return new Slot(id, type, state, state || (component != null && component.skipApi()));
		}).toList();
	}

	private static <T> T read(JsonNode document, Class<T> type) {
		try {
			return GradioProtocol.jsonMapper().treeToValue(document, type);
		}
		catch (JacksonException ex) {
			throw new NotAGradioAppException("The app describes itself in a way that this client does not know.", ex);
		}
	}

}
