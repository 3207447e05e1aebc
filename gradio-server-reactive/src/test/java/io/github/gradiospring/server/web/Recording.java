package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What real Gradio answered. */
record Recording(List<JsonNode> steps) {

	private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z_]+(:\\d+)?>");

	static Recording load(String name) {
		try (InputStream json = Recording.class.getResourceAsStream("/recordings/" + name + ".json")) {
			return new Recording(
					List.copyOf(GradioProtocol.jsonMapper().readTree(json.readAllBytes()).get("steps").values()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JsonNode response(int step) {
		return this.steps.get(step).get("response");
	}

	JsonNode json(int step) {
		return response(step).get("json");
	}

	/** The answer to the first request of a path, whatever its query. */
	JsonNode responseTo(String method, String path) {
		return this.steps.stream()
			.filter((step) -> step.path("request").path("method").asString("").equals(method)
					&& step.path("request").path("path").asString("").equals(path))
			.findFirst()
			.orElseThrow()
			.get("response");
	}

	/** Whether a value is the recorded one; a placeholder stands for any value. */
	static void assertMatches(JsonNode recorded, JsonNode actual) {
		assertThat(normalize(recorded, actual)).as("%s", actual).isEqualTo(actual);
	}

	private static JsonNode normalize(JsonNode recorded, JsonNode actual) {
		if (recorded.isString() && PLACEHOLDER.matcher(recorded.stringValue()).matches()) {
			assertThat(actual.isMissingNode() || actual.isNull()).isFalse();
			return actual;
		}
		if (recorded.isObject()) {
			var object = GradioProtocol.jsonMapper().createObjectNode();
			for (Map.Entry<String, JsonNode> entry : recorded.properties()) {
				object.set(entry.getKey(), normalize(entry.getValue(), actual.path(entry.getKey())));
			}
			return object;
		}
		if (recorded.isArray()) {
			var array = GradioProtocol.jsonMapper().createArrayNode();
			for (int i = 0; i < recorded.size(); i++) {
				array.add(normalize(recorded.get(i), actual.path(i)));
			}
			return array;
		}
		return recorded;
	}

}
