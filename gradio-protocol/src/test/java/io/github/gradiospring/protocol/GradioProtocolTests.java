package io.github.gradiospring.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GradioProtocol}.
 */
class GradioProtocolTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@Test
	void mapperWritesCompactUtf8() {
		List<Object> value = new ArrayList<>(List.of("a/b", "é\u2028😀", Map.of("k", List.of(1, 2.5, true))));
		value.add(null);
		String expected = "[\"a/b\",\"é\u2028😀\",{\"k\":[1,2.5,true]},null]";
		assertThat(MAPPER.writeValueAsString(value)).isEqualTo(expected);
		assertThat(MAPPER.writeValueAsBytes(value)).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void numbersThatJsonCannotExpressAreNull() {
		List<Object> value = List.of(Double.NaN, Float.NEGATIVE_INFINITY, new double[] { 1, Double.POSITIVE_INFINITY },
				new float[] { Float.NaN, 2 }, 1.5f, MAPPER.getNodeFactory().numberNode(Double.NaN));
		assertThat(MAPPER.writeValueAsString(value)).isEqualTo("[null,null,[1.0,null],[null,2.0],1.5,null]");
		assertThat(new String(MAPPER.writeValueAsBytes(value), StandardCharsets.UTF_8))
			.isEqualTo(MAPPER.writeValueAsString(value));
		assertThat(GradioProtocol.callWriter().writeValueAsString(value))
			.isEqualTo("[null, null, [1.0, null], [null, 2.0], 1.5, null]");
	}

	@ParameterizedTest
	@MethodSource("pythonLines")
	void callWriterWritesAsPythonDoes(String line) {
		JsonNode value = MAPPER.readTree(line);
		assertThat(GradioProtocol.callWriter().writeValueAsString(value)).isEqualTo(line);
		assertThat(GradioProtocol.callWriter().writeValueAsBytes(value))
			.isEqualTo(line.getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void callWriterKeepsLoneSurrogates() {
		assertThat(GradioProtocol.callWriter().writeValueAsString(List.of("a\ud83d"))).isEqualTo("[\"a\\ud83d\"]");
	}

	@Test
	void callWriterEscapesLongTexts() {
		String text = "é".repeat(10_000) + "😀".repeat(10_000);
		String expected = "\"" + "\\u00e9".repeat(10_000) + "\\ud83d\\ude00".repeat(10_000) + "\"";
		assertThat(GradioProtocol.callWriter().writeValueAsString(text)).isEqualTo(expected);
		assertThat(GradioProtocol.callWriter().writeValueAsBytes(text))
			.isEqualTo(expected.getBytes(StandardCharsets.US_ASCII));
	}

	@ParameterizedTest
	@MethodSource("simpleRecordings")
	void callWriterKeepsRecordedValues(String name) {
		List<JsonNode> data = Recording.load(name).callData();
		assertThat(data).isNotEmpty();
		for (JsonNode value : data) {
			String line = GradioProtocol.callWriter().writeValueAsString(value);
			assertThat(MAPPER.readTree(line)).isEqualTo(value);
			assertThat(line).matches("[ -~]*");
		}
	}

	static List<String> simpleRecordings() {
		return Recording.names("simple_");
	}

	static List<String> pythonLines() throws IOException {
		try (InputStream stream = Objects
			.requireNonNull(GradioProtocolTests.class.getResourceAsStream("/python-json.txt"))) {
			return new String(stream.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
		}
	}

}
