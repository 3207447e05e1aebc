package io.github.gradiospring.protocol.file;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileData}.
 */
class FileDataTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@Test
	void recordedOutputsRoundTrip() {
		List<JsonNode> files = new ArrayList<>();
		for (List<JsonNode> stream : Recording.load("files_job").streams()) {
			stream.forEach((message) -> collect(message, files));
		}
		assertThat(files).hasSizeGreaterThanOrEqualTo(4);
		for (JsonNode file : files) {
			String text = MAPPER.writeValueAsString(file);
			assertThat(MAPPER.writeValueAsString(FileData.parse(file))).isEqualTo(text);
			assertThat(MAPPER.writeValueAsString(MAPPER.readValue(text, FileData.class))).isEqualTo(text);
			assertThat(MAPPER.readTree(JsonMapper.shared().writeValueAsString(FileData.parse(file)))).isEqualTo(file);
		}
	}

	@Test
	void recordedInputsAreAccepted() {
		List<JsonNode> files = new ArrayList<>();
		Recording.load("files_job").requests("/gradio_api/queue/join").forEach((body) -> collect(body, files));
		assertThat(files).hasSizeGreaterThanOrEqualTo(4);
		for (JsonNode file : files) {
			FileData data = FileData.parse(file);
			assertThat(data.path()).isEqualTo(file.get("path").stringValue());
			assertThat(data.origName()).isEqualTo(file.path("orig_name").stringValueOpt().orElse(null));
			assertThat(data.url()).isNull();
			assertThat(data.size()).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"path":"a"}                                                        | meta
			{"path":"a","meta":{}}                                              | meta
			{"path":"a","meta":{"_type":"other"}}                               | meta
			{"path":"a","meta":{"_type":1}}                                     | meta
			{"path":"a","meta":null}                                            | meta
			{"meta":{"_type":"gradio.FileData"}}                                | path
			{"path":null,"meta":{"_type":"gradio.FileData"}}                    | path
			{"path":1,"meta":{"_type":"gradio.FileData"}}                       | path
			"a"                                                                 | object
			null                                                                | object
			["path","meta"]                                                     | object
			""")
	void invalidFilesAreRefused(String json, String reason) {
		JsonNode value = MAPPER.readTree(json);
		assertThat(FileData.isFileData(value)).isFalse();
		assertThatExceptionOfType(InvalidFileDataException.class).isThrownBy(() -> FileData.parse(value))
			.withMessageContaining(reason);
	}

	@ParameterizedTest
	@CsvSource({ "size,'1.5'", "size,'\"1\"'", "size,1e30", "url,1", "orig_name,{}", "mime_type,[]", "is_stream,1" })
	void optionalKeysMustHaveTheirType(String key, String value) {
		JsonNode json = MAPPER
			.readTree("{\"path\":\"a\",\"meta\":{\"_type\":\"gradio.FileData\"},\"" + key + "\":" + value + "}");
		assertThat(FileData.isFileData(json)).isTrue();
		assertThatExceptionOfType(InvalidFileDataException.class).isThrownBy(() -> FileData.parse(json))
			.withMessageContaining("'" + key + "'");
	}

	@Test
	void optionalKeysMayBeNullOrWholeFractions() {
		FileData data = FileData.parse(MAPPER.readTree("""
				{"path":"a","meta":{"_type":"gradio.FileData","later":1},"size":5.0,"url":null,"orig_name":null,
				"mime_type":null,"is_stream":null,"later":1}"""));
		assertThat(data).isEqualTo(FileData.of("a").withSize(5L));
	}

	@Test
	void mapperRefusesFileWithoutPath() {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> MAPPER.readValue("{\"url\":\"u\"}", FileData.class))
			.withMessageContaining("path");
	}

	@Test
	void copiesChangeOneKey() {
		FileData data = FileData.of("a").withUrl("u").withSize(5L).withOrigName("n").withMimeType("m");
		assertThat(data).isEqualTo(new FileData("a", "u", 5L, "n", "m", false, new FileData.Meta(FileData.TYPE)));
		assertThat(data.withPath("b")).isEqualTo(new FileData("b", "u", 5L, "n", "m", false, data.meta()));
		assertThat(MAPPER.writeValueAsString(data))
			.isEqualTo("{\"path\":\"a\",\"url\":\"u\",\"size\":5,\"orig_name\":\"n\",\"mime_type\":\"m\","
					+ "\"is_stream\":false,\"meta\":{\"_type\":\"gradio.FileData\"}}");
		assertThat(FileData.isFileData(MAPPER.valueToTree(data))).isTrue();
		assertThat(FileData.isFileData(null)).isFalse();
	}

	private static void collect(JsonNode node, List<JsonNode> files) {
		if (FileData.isFileData(node)) {
			files.add(node);
		}
		node.values().forEach((child) -> collect(child, files));
	}

}
