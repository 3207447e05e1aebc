package io.github.gradiospring.blocks.interfaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CsvFlaggingCallbackTests {

	private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

	@TempDir
	private Path directory;

	private CsvFlaggingCallback callback;

	@BeforeEach
	void create() {
		this.callback = new CsvFlaggingCallback(this.directory);
	}

	private void flag(String option, String username, String... labelsAndJson) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		for (int i = 0; i < labelsAndJson.length; i += 2) {
			values.put(labelsAndJson[i], GradioProtocol.jsonMapper().readTree(labelsAndJson[i + 1]));
		}
		this.callback.flag(new FlaggedResult("greet", values, option, username, TIME));
	}

	private String file(int number) throws IOException {
		return Files.readString(this.directory.resolve("greet/dataset" + number + ".csv"));
	}

	@Test
	void aColumnForEachValue() throws IOException {
		flag(null, null, "name", "\"Ada, or \\\"A\\\"\"", "intensity", "3", "nothing", "null", "output", "[1, 2]");
		assertThat(file(1)).isEqualTo("""
				name,intensity,nothing,output,timestamp
				"Ada, or ""A""\",3,,"[1,2]",2026-01-02T03:04:05Z
				""");
	}

	@Test
	void theReasonAndTheUser() throws IOException {
		flag("wrong", "ada", "name", "\"x\"");
		assertThat(file(1)).isEqualTo("""
				name,flag,username,timestamp
				x,wrong,ada,2026-01-02T03:04:05Z
				""");
	}

	@Test
	void rowsAreAddedToTheLastFileAlsoAfterAStart() throws IOException {
		flag(null, null, "name", "\"a\"");
		this.callback = new CsvFlaggingCallback(this.directory);
		flag(null, null, "name", "\"b\"");
		assertThat(file(1).lines()).hasSize(3);
	}

	@Test
	void otherColumnsBeginANewFile() throws IOException {
		flag(null, null, "name", "\"a\"");
		flag(null, null, "name", "\"b\"", "age", "3");
		flag(null, null, "name", "\"c\"", "age", "4");
		assertThat(file(1).lines()).hasSize(2);
		assertThat(file(2).lines()).hasSize(3);
	}

	@Test
	void whatLooksLikeAFormulaIsNone() throws IOException {
		flag(null, null, "=label", "\"=1+1\"", "at", "\"@x\"", "number", "-5");
		assertThat(file(1)).isEqualTo("""
				'=label,at,number,timestamp
				'=1+1,'@x,'-5,2026-01-02T03:04:05Z
				""");
	}

	@Test
	void aFileIsItsPath() throws IOException {
		flag(null, null, "image", "{\"path\": \"ab/c.png\", \"url\": \"http://x/c.png\"}");
		assertThat(file(1)).contains("\nab/c.png,");
	}

	@Test
	void linesInAValueAreKept() throws IOException {
		flag(null, null, "text", "\"a\\nb\"");
		flag(null, null, "text", "\"c\"");
		assertThat(file(1)).isEqualTo("""
				text,timestamp
				"a
				b",2026-01-02T03:04:05Z
				c,2026-01-02T03:04:05Z
				""");
	}

}
