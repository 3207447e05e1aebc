package io.github.gradiospring.interop;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole documents of {@code /info} beside those that real Gradio wrote for the same
 * endpoints. What differs is listed here, and nothing else may.
 */
class InfoDocumentTests {

	private static final JsonMapper JSON = new JsonMapper();

	/** Java knows that these numbers are whole. */
	private static final Set<String> WHOLE_NUMBERS = Set.of("/increment_with_queue", "/increment_without_queue",
			"/greeting_counted", "/open", "/stream_pair", "/iterate", "/iterate_step", "/batch", "/unload_count");

	/** Gradio's own JavaScript with two files does not compile, so ours is another. */
	private static final String WITH_FILE = "/upload_small";

	@TestFactory
	Stream<DynamicTest> main() throws IOException {
		return compare("info_fixtures_main.json", FixtureApp.MAIN);
	}

	@TestFactory
	Stream<DynamicTest> limits() throws IOException {
		return compare("info_limits.json", FixtureApp.LIMITS);
	}

	@TestFactory
	Stream<DynamicTest> server() throws IOException {
		return compare("info_server.json", FixtureApp.SERVER);
	}

	private static Stream<DynamicTest> compare(String recording, FixtureApp app) throws IOException {
		JsonNode theirs = recorded(recording);
		JsonNode ours = JSON
			.readTree(RestClient.create(app.url()).get().uri("/gradio_api/info").retrieve().body(String.class));
		List<String> names = new ArrayList<>(theirs.path("named_endpoints").propertyNames());
		Stream<DynamicTest> whole = Stream.of(DynamicTest.dynamicTest("names", () -> {
			assertThat(ours.path("named_endpoints").propertyNames()).containsExactlyInAnyOrderElementsOf(names);
			assertThat(ours.path("unnamed_endpoints")).isEqualTo(theirs.path("unnamed_endpoints"));
		}));
		return Stream.concat(whole,
				names.stream()
					.map((name) -> DynamicTest.dynamicTest(name,
							() -> assertThat(normalized(ours, name, app)).isEqualTo(normalized(theirs, name, app)))));
	}

	/** The recording of the main profile was made without snippets. */
	private static JsonNode normalized(JsonNode info, String name, FixtureApp app) {
		ObjectNode endpoint = (ObjectNode) info.path("named_endpoints").path(name).deepCopy();
		if (app == FixtureApp.MAIN) {
			endpoint.remove("code_snippets");
		}
		if (name.equals(WITH_FILE)) {
			((ObjectNode) endpoint.path("code_snippets")).remove("javascript");
		}
		if (WHOLE_NUMBERS.contains(name)) {
			for (JsonNode value : endpoint.path("returns")) {
				replace(value.path("type"), "type", Map.of("integer", "number"));
				replace(value.path("python_type"), "type", Map.of("int", "float"));
			}
		}
		String text = endpoint.toString().replace("127.0.0.1:" + app.port(), "127.0.0.1:<port>");
		return JSON.readTree(text);
	}

	private static void replace(JsonNode object, String key, Map<String, String> values) {
		String value = object.path(key).asString("");
		if (values.containsKey(value)) {
			((ObjectNode) object).put(key, values.get(value));
		}
	}

	private static JsonNode recorded(String name) throws IOException {
		try (InputStream in = InfoDocumentTests.class.getResourceAsStream("/recordings/" + name)) {
			JsonNode document = JSON.readTree(in).findValue("named_endpoints");
			assertThat(document).as("the endpoints in %s", name).isNotNull();
			ObjectNode info = JSON.createObjectNode();
			info.set("named_endpoints", document);
			info.putObject("unnamed_endpoints");
			return info;
		}
	}

}
