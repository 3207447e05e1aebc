package io.github.gradiospring.protocol.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.Recording;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our edits are those that Gradio sends, in recordings and as computed by its own code.
 */
class DiffRecordingTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@ParameterizedTest
	@MethodSource("recordings")
	void recordedEditsAreOurs(String name) {
		boolean opaque = name.equals("queue_generator_json");
		for (List<JsonNode> stream : Recording.load(name).streams()) {
			Map<String, List<JsonNode>> values = new HashMap<>();
			for (JsonNode recorded : stream) {
				ServerMessage message = MAPPER.treeToValue(recorded, ServerMessage.class);
				if (message instanceof ProcessGenerating generating
						&& generating.output() instanceof OutputData output) {
					List<JsonNode> before = values.get(message.eventId());
					values.put(message.eventId(),
							(before != null) ? replay(before, output.data(), opaque) : output.data());
				}
				if (message instanceof ProcessCompleted completed && completed.output() instanceof OutputData output
						&& values.containsKey(message.eventId())) {
					assertThat(values.get(message.eventId())).isEqualTo(output.data());
				}
			}
		}
	}

	private static List<JsonNode> replay(List<JsonNode> before, List<JsonNode> recorded, boolean opaque) {
		List<JsonNode> after = new ArrayList<>();
		for (int i = 0; i < recorded.size(); i++) {
			JsonNode value = JsonDiff.apply(before.get(i), JsonDiff.fromJson(recorded.get(i)));
			List<Edit> edits = opaque ? JsonDiff.encodeOpaque(before.get(i), value)
					: JsonDiff.encode(before.get(i), value);
			assertThat(MAPPER.writeValueAsString(edits)).isEqualTo(MAPPER.writeValueAsString(recorded.get(i)));
			after.add(value);
		}
		return after;
	}

	@Test
	void recordedWholeValuesGiveTheRecordedEdits() {
		// The same function by /call, which sends whole values, and by the queue
		List<JsonNode> values = Recording.load("simple_generating").callData().subList(4, 8);
		List<JsonNode> messages = Recording.load("queue_generator_json")
			.streams()
			.get(0)
			.stream()
			.filter((message) -> message.get("msg").stringValue().equals("process_generating"))
			.toList();
		assertThat(messages).hasSize(4);
		for (int i = 1; i < 3; i++) {
			assertThat(MAPPER.writeValueAsString(JsonDiff.encodeOpaque(values.get(i - 1).get(0), values.get(i).get(0))))
				.isEqualTo(MAPPER.writeValueAsString(messages.get(i).at("/output/data/0")));
		}
	}

	@Test
	void editsOfTheReferenceAreOurs() throws IOException {
		try (InputStream stream = Objects
			.requireNonNull(DiffRecordingTests.class.getResourceAsStream("/diff/reference-edits.jsonl"))) {
			List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			assertThat(lines).hasSize(400);
			for (String line : lines) {
				JsonNode sample = MAPPER.readTree(line);
				List<Edit> edits = JsonDiff.encode(sample.get("old"), sample.get("new"));
				assertThat(MAPPER.writeValueAsString(edits)).isEqualTo(MAPPER.writeValueAsString(sample.get("edits")));
			}
		}
	}

	static List<String> recordings() {
		return Recording.names("")
			.stream()
			.filter((name) -> Recording.load(name)
				.streams()
				.stream()
				.flatMap(List::stream)
				.anyMatch((message) -> message.get("msg").stringValue().equals("process_generating")))
			.toList();
	}

}
