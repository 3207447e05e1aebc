package io.github.gradiospring.server.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ServerMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.core.io.ClassPathResource;

/** What Gradio itself has sent. */
final class Recording {

	private static final List<String> TIMES = List.of("duration", "average_duration", "cache_duration", "avg_time",
			"eta", "rank_eta", "time_limit");

	private final List<List<JsonNode>> streams = new ArrayList<>();

	private Recording(JsonNode recording) {
		for (JsonNode step : recording.get("steps")) {
			JsonNode sse = step.get("response").get("sse");
			if (sse != null) {
				this.streams.add(sse.valueStream().map(Recording::withoutPlaceholders).toList());
			}
		}
	}

	static Recording of(String name) {
		try (InputStream in = new ClassPathResource("recordings/queue/" + name + ".json").getInputStream()) {
			return new Recording(GradioProtocol.jsonMapper().readTree(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The messages of a stream, in the order in which streams were read. */
	List<JsonNode> stream(int number) {
		return this.streams.get(number);
	}

	/**
	 * Messages as the recordings have them.
	 * @param names what each event is called there
	 */
	static List<JsonNode> comparable(List<ServerMessage> messages, Map<String, String> names) {
		List<JsonNode> comparable = new ArrayList<>();
		for (ServerMessage message : messages) {
			JsonNode json = GradioProtocol.jsonMapper()
				.readTree(GradioProtocol.jsonMapper().writerFor(ServerMessage.class).writeValueAsString(message));
			String name = names.get(message.eventId());
			if (name != null) {
				((ObjectNode) json).put("event_id", name);
			}
			comparable.add(withoutPlaceholders(json));
		}
		return comparable;
	}

	/** Times are numbers or null; which number does not matter. */
	private static JsonNode withoutPlaceholders(JsonNode message) {
		ObjectNode copy = message.deepCopy().asObject();
		times(copy);
		if (copy.get("output") instanceof ObjectNode output && output.has("data")) {
			times(output);
		}
		return copy;
	}

	private static void times(ObjectNode object) {
		for (String time : TIMES) {
			JsonNode value = object.get(time);
			if (value instanceof NumericNode) {
				object.set(time, StringNode.valueOf("<float>"));
			}
		}
	}

}
