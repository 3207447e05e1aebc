package io.github.gradiospring.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded conversation with a real Gradio server. Values that change from run to run
 * were recorded as placeholders; numbers take their place here.
 */
public record Recording(String name, JsonNode json) {

	// More than a signed 64-bit number holds, as real ids may be
	private static final JsonNode INT = BigIntegerNode.valueOf(new java.math.BigInteger("17000000000000000001"));

	private static final JsonNode FLOAT = DoubleNode.valueOf(0.125);

	private static final JsonMapper MAPPER = JsonMapper.shared();

	public static Recording load(String name) {
		String resource = "/recordings/" + name + ".json";
		try (InputStream stream = Objects.requireNonNull(Recording.class.getResourceAsStream(resource), resource)) {
			return new Recording(name, withoutPlaceholders(MAPPER.readTree(stream)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The names of the recordings that begin with a prefix.
	 */
	public static List<String> names(String prefix) {
		try (Stream<Path> files = Files
			.list(Path.of(Objects.requireNonNull(Recording.class.getResource("/recordings")).toURI()))) {
			return files.map((file) -> file.getFileName().toString().replace(".json", ""))
				.filter((name) -> name.startsWith(prefix))
				.sorted()
				.toList();
		}
		catch (IOException | URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The messages of each stream <code>/queue/data</code>.
	 */
	public List<List<JsonNode>> streams() {
		List<List<JsonNode>> streams = new ArrayList<>();
		for (JsonNode step : this.json.path("steps").values()) {
			if (step.at("/request/path").asString("").equals("/gradio_api/queue/data")) {
				List<JsonNode> messages = step.at("/response/sse")
					.values()
					.stream()
					// How the connection broke is recorded as an entry of its own
					.filter((entry) -> !entry.has("<connection>"))
					.toList();
				if (!messages.isEmpty()) {
					streams.add(messages);
				}
			}
		}
		return streams;
	}

	/**
	 * The data of each event of <code>/call</code>.
	 */
	public List<JsonNode> callData() {
		return this.json.findValues("sse")
			.stream()
			.flatMap((sse) -> sse.values().stream())
			.filter((event) -> event.has("event"))
			.map((event) -> event.get("data"))
			.toList();
	}

	/**
	 * The JSON bodies of the answers with a status.
	 */
	public List<JsonNode> bodies(int status) {
		List<JsonNode> bodies = new ArrayList<>();
		for (JsonNode step : this.json.path("steps").values()) {
			if (step.at("/response/status").asInt(0) == status && step.at("/response").has("json")) {
				bodies.add(step.at("/response/json"));
			}
		}
		return bodies;
	}

	/**
	 * The JSON bodies of the requests to a path.
	 */
	public List<JsonNode> requests(String path) {
		List<JsonNode> bodies = new ArrayList<>();
		for (JsonNode step : this.json.path("steps").values()) {
			if (step.at("/request/path").asString("").equals(path) && step.at("/request").has("json")) {
				bodies.add(step.at("/request/json"));
			}
		}
		return bodies;
	}

	private static JsonNode withoutPlaceholders(JsonNode node) {
		if (node.isString()) {
			return switch (node.stringValue()) {
				case "<float>" -> FLOAT;
				case "<int>" -> INT;
				default -> node;
			};
		}
		if (node instanceof ObjectNode object) {
			object.propertyNames().forEach((name) -> object.set(name, withoutPlaceholders(object.get(name))));
		}
		if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, withoutPlaceholders(array.get(i)));
			}
		}
		return node;
	}

}
