package io.github.gradiospring.protocol.message;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every recorded message reads and writes to the very same text.
 */
class ServerMessageRecordingTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@ParameterizedTest
	@MethodSource("recordings")
	void recordedMessagesRoundTrip(String name) {
		for (JsonNode recorded : messages(name)) {
			String text = MAPPER.writeValueAsString(recorded);
			ServerMessage message = MAPPER.readValue(text, ServerMessage.class);
			assertThat(message).isNotInstanceOf(UnknownMessage.class);
			assertThat(message.eventId()).isEqualTo(recorded.get("event_id").stringValueOpt().orElse(null));
			assertThat(MAPPER.writeValueAsString(message)).isEqualTo(text);
			assertThat(new String(MAPPER.writeValueAsBytes(message), java.nio.charset.StandardCharsets.UTF_8))
				.isEqualTo(text);
		}
	}

	@ParameterizedTest
	@MethodSource("recordings")
	void messagesDoNotNeedTheMapperOfThisLibrary(String name) {
		// A mapper that an application sets up, with the defaults of Jackson
		JsonMapper plain = JsonMapper.builder().build();
		for (JsonNode recorded : messages(name)) {
			ServerMessage message = plain.treeToValue(recorded, ServerMessage.class);
			JsonNode written = plain.readTree(plain.writeValueAsBytes(message));
			assertThat(written).isEqualTo(recorded);
			assertThat(written.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
			assertThat(written.path("output").propertyNames())
				.containsExactlyElementsOf(recorded.path("output").propertyNames());
		}
	}

	@Test
	void recordingsHoldEveryKindOfMessage() {
		Set<String> kinds = new HashSet<>();
		Set<Class<?>> outputs = new HashSet<>();
		int count = 0;
		for (String name : recordings()) {
			for (JsonNode recorded : messages(name)) {
				ServerMessage message = MAPPER.treeToValue(recorded, ServerMessage.class);
				kinds.add(message.msg());
				count++;
				if (message instanceof ProcessCompleted completed) {
					outputs.add(completed.output().getClass());
				}
			}
		}
		assertThat(count).isGreaterThan(300);
		assertThat(outputs).containsExactlyInAnyOrder(OutputData.class, ErrorOutput.class, EmptyOutput.class);
		assertThat(kinds).containsExactlyInAnyOrder("estimation", "process_starts", "progress", "log",
				"process_generating", "process_streaming", "process_completed", "heartbeat", "close_stream",
				"unexpected_error");
	}

	@ParameterizedTest
	@MethodSource("directRecordings")
	void recordedAnswersOfDirectCallsRoundTrip(String name) {
		Recording recording = Recording.load(name);
		List<JsonNode> outputs = new java.util.ArrayList<>(recording.bodies(200));
		outputs.addAll(recording.bodies(500));
		assertThat(outputs).isNotEmpty();
		for (JsonNode recorded : outputs) {
			String text = MAPPER.writeValueAsString(recorded);
			Output output = MAPPER.readValue(text, Output.class);
			assertThat(output).isInstanceOf(recorded.has("error") ? ErrorOutput.class : OutputData.class);
			assertThat(MAPPER.writeValueAsString(output)).isEqualTo(text);
		}
	}

	static List<String> directRecordings() {
		return Recording.names("run_");
	}

	static List<String> recordings() {
		return Recording.names("").stream().filter((name) -> !Recording.load(name).streams().isEmpty()).toList();
	}

	private static List<JsonNode> messages(String name) {
		return Recording.load(name).streams().stream().flatMap(List::stream).toList();
	}

}
