package io.github.gradiospring.server.component;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Values go through the conversions as in the recorded jobs.
 */
class RecordedValuesTests {

	private ConversionContext context;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.context = new FakeFileStore(folder).context();
	}

	@Test
	void readsAllTypes() {
		Method method = Declared.method(RecordedInfoTests.Endpoints.class, "all_types");
		JsonNode data = Recordings.load("queue_all_types").at("/steps/0/request/json/data");
		Map<String, Object> received = new LinkedHashMap<>();
		for (int i = 0; i < data.size(); i++) {
			ValueDescriptor value = Declared.input(method, i, false, null);
			ComponentBinding binding = Declared.KINDS.bind(value);
			binding.check(data.get(i));
			received.put(value.name(), binding.read(data.get(i), this.context));
		}
		JsonNode expected = Recordings.completed("queue_all_types", 1).at("/data/0");
		// doubles for the whole numbers 3 and 6
		assertThat(received).containsEntry("number", 3.0).containsEntry("slider", 6.0);
		ObjectNode actual = Declared.MAPPER.valueToTree(received);
		actual.put("number", 3).put("slider", 6);
		assertThat(actual).isEqualTo(expected);
	}

	@Test
	void writesAllOutputs() throws Exception {
		RecordedInfoTests.Outputs.All outputs = new RecordedInfoTests.Outputs.All("text", 2.5, true,
				Map.of("a", Arrays.asList(1, null)), LabelScores.of(Map.of("dog", 0.25, "cat", 0.75)),
				List.of(new HighlightedSpan("Hi ", null), new HighlightedSpan("Bob", "PER")), "<b>bold</b>", "**md**",
				"{}", List.of(List.of("r1", 1), List.of("r2", 2)), List.of("q"));
		ArrayNode data = JsonNodeFactory.instance.arrayNode();
		for (RecordComponent component : outputs.getClass().getRecordComponents()) {
			ComponentBinding binding = Declared.KINDS.bind(Declared.output(component));
			data.add(binding.write(component.getAccessor().invoke(outputs), this.context));
		}
		ArrayNode expected = Recordings.completed("queue_all_outputs", 1).path("data").deepCopy().asArray();
		// the recorded table was declared with headers
		((ObjectNode) expected.get(9)).putArray("headers").add("1").add("2");
		assertThat(data).isEqualTo(expected);
	}

	@Test
	void writesLabels() {
		Map<String, Double> scores = new LinkedHashMap<>();
		scores.put("NEUTRAL", 0.1);
		scores.put("POSITIVE", 0.7);
		scores.put("NEGATIVE", 0.2);
		ComponentBinding binding = Declared.bindOutput(RecordedInfoTests.Endpoints.class, "classify");
		assertThat(binding.write(scores, this.context))
			.isEqualTo(Recordings.completed("queue_all_outputs", 3).at("/data/0"));
	}

	@Test
	void writesChats() {
		RecordComponent chat = RecordedInfoTests.Outputs.Chat.class.getRecordComponents()[1];
		JsonNode written = Declared.KINDS.bind(Declared.output(chat))
			.write(List.of(ChatMessage.user("Hello"), ChatMessage.assistant("I love you")), this.context);
		assertThat(written).isEqualTo(Recordings.completed("queue_all_outputs", 5).at("/data/1"));
	}

	@Test
	void errorsAreAsRecorded() {
		refuses("bounded", 0, "99", recordedError(1));
		refuses("bounded", 0, "11", "Value 11 is greater than maximum value 10.");
		refuses("bounded", 0, "-1", "Value -1 is less than minimum value 0.");
		refuses("calculator", 1, "'bogus'", recordedError(3));
		refuses("all_types", 5, "'nope'", recordedError(5));
	}

	private static String recordedError(int step) {
		return Recordings.completed("queue_component_errors", step).path("error").stringValue();
	}

	private void refuses(String method, int index, String value, String message) {
		ComponentBinding binding = Declared.KINDS
			.bind(Declared.input(Declared.method(RecordedInfoTests.Endpoints.class, method), index, false, null));
		binding.check(Declared.json(value));
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> binding.read(Declared.json(value), this.context))
			.withMessage(message);
	}

}
