package io.github.gradiospring.protocol.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonDiff}.
 */
class JsonDiffTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					# nothing changed
					"a"                     | "a"                    | []
					[1,{"a":[null]}]        | [1,{"a":[null]}]       | []
					{"a":1,"b":2}           | {"b":2,"a":1}          | []
					# texts
					"a"                     | "ab"                   | [["append",[],"b"]]
					""                      | "ab"                   | [["append",[],"ab"]]
					"ab"                    | "a"                    | [["replace",[],"a"]]
					"ab"                    | "xab"                  | [["replace",[],"xab"]]
					["a"]                   | ["ab"]                 | [["append",[0],"b"]]
					{"a":{"":"x"}}          | {"a":{"":"xé"}}        | [["append",["a",""],"é"]]
					# types
					1                       | 2                      | [["replace",[],2]]
					1                       | true                   | [["replace",[],true]]
					[0]                     | [false]                | [["replace",[0],false]]
					1                       | 1.0                    | [["replace",[],1.0]]
					null                    | "a"                    | [["replace",[],"a"]]
					"a"                     | null                   | [["replace",[],null]]
					[]                      | {}                     | [["replace",[],{}]]
					{"a":[1]}               | {"a":{"0":1}}          | [["replace",["a"],{"0":1}]]
					"1"                     | 1                      | [["replace",[],1]]
					# lists
					[1]                     | [1,2,3]                | [["add",[1],2],["add",[2],3]]
					[1,2,3,4]               | [1,9]                  | [["replace",[1],9],["delete",[2],null],["delete",[2],null]]
					[1,2]                   | []                     | [["delete",[0],null],["delete",[0],null]]
					[[1,2],[3,4]]           | [[1],[3]]              | [["delete",[0,1],null],["delete",[1,1],null]]
					[[1,2,3]]               | [[1]]                  | [["delete",[0,1],null],["delete",[0,1],null]]
					[[1,2],[3,4],[5]]       | [[1],[3]]              | [["delete",[0,1],null],["delete",[1,1],null],["delete",[2],null]]
					[{"a":[1,2]},{"a":[3]}] | [{"a":[1]}]            | [["delete",[0,"a",1],null],["delete",[1],null]]
					# objects
					{"a":1}                 | {"a":1,"b":null}       | [["add",["b"],null]]
					{"a":1,"b":2}           | {"b":2}                | [["delete",["a"],null]]
					{"a":1,"0":2,"c":3}     | {"d":4,"a":5,"c":3}    | [["replace",["a"],5],["delete",["0"],null],["add",["d"],4]]
					{}                      | {"0":{"1":2}}          | [["add",["0"],{"1":2}]]
					# JavaScript would set the prototype
					{"x":{"a":1}}           | {"x":{"a":1,"__proto__":2}} | [["replace",["x"],{"a":1,"__proto__":2}]]
					{"__proto__":1}         | {"__proto__":2}        | [["replace",["__proto__"],2]]
					{"__proto__":1}         | {}                     | [["delete",["__proto__"],null]]
					""")
	void edits(String oldJson, String newJson, String editsJson) {
		JsonNode oldValue = MAPPER.readTree(oldJson);
		JsonNode newValue = MAPPER.readTree(newJson);
		List<Edit> edits = JsonDiff.encode(oldValue, newValue);
		assertThat(MAPPER.writeValueAsString(edits)).isEqualTo(editsJson);
		assertThat(MAPPER.writeValueAsString(JsonDiff.toJson(edits))).isEqualTo(editsJson);
		assertThat(JsonDiff.fromJson(MAPPER.readTree(editsJson))).isEqualTo(edits);
		assertThat(JsonDiff.apply(oldValue, edits)).isEqualTo(newValue);
		assertThat(oldValue).isEqualTo(MAPPER.readTree(oldJson));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			# negative indexes count from the end
			[1,2,3]         | [["delete",[-1],null]]                  | [1,2]
			[1,2,3]         | [["replace",[-3],9]]                    | [9,2,3]
			[1,2,3]         | [["add",[-1],9]]                        | [1,2,9,3]
			[[1],[2]]       | [["add",[-1,0],9]]                      | [[1],[9,2]]
			# what both clients clamp
			[1]             | [["add",[7],9]]                         | [1,9]
			[1]             | [["add",[-7],9]]                        | [9,1]
			# what has no place
			[1]             | [["delete",[1],null],["append",[],"x"]] | [1]
			[1]             | [["delete",[-2],null]]                  | [1]
			[1]             | [["replace",[3],9]]                     | [1]
			[1]             | [["append",[0],"x"]]                    | [1]
			[1]             | [["replace",["a"],9]]                   | [1]
			["a"]           | [["append",[0],1]]                      | ["a"]
			["a"]           | [["append",[5],"x"]]                    | ["a"]
			{"a":1}         | [["delete",["b"],null]]                 | {"a":1}
			{"a":1}         | [["append",["b"],"x"]]                  | {"a":1}
			{"a":1}         | [["replace",["b","c"],9]]               | {"a":1}
			{"a":1}         | [["replace",["a","c"],9]]               | {"a":1}
			{"a":[]}        | [["replace",["a",0,"c"],9]]             | {"a":[]}
			1               | [["replace",["a"],9]]                   | 1
			1               | [["append",[],"x"]]                     | 1
			1               | [["delete",[],null]]                    | 1
			1               | [["add",[],9]]                          | 1
			# later edits still apply
			[1,2]           | [["delete",[9],null],["delete",[0],null]] | [2]
			# indexes and keys in the other's notation
			["a","b"]       | [["replace",["1"],9]]                   | ["a",9]
			{"0":["a"]}     | [["append",[0,"0"],"b"]]                | {"0":["ab"]}
			# values that were not there
			{"a":1}         | [["replace",["b"],9]]                   | {"a":1,"b":9}
			# an edit without value
			{"a":1}         | [["replace",["a"]]]                     | {"a":null}
			{"a":1}         | [["delete",["a"]]]                      | {}
			""")
	void decoderSurvivesWrongEdits(String baseJson, String editsJson, String resultJson) {
		JsonNode base = MAPPER.readTree(baseJson);
		List<Edit> edits = JsonDiff.fromJson(MAPPER.readTree(editsJson));
		assertThat(JsonDiff.apply(base, edits)).isEqualTo(MAPPER.readTree(resultJson));
		assertThat(base).isEqualTo(MAPPER.readTree(baseJson));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "\"text\"", "{}", "null", "[1]", "[[]]", "[[\"replace\"]]", "[[\"later\",[],1]]",
			"[[1,[],1]]", "[[\"replace\",\"a\",1]]", "[[\"replace\",[null],1]]", "[[\"replace\",[1.5],1]]",
			"[[\"replace\",[[1]],1]]", "[[\"replace\",[9999999999],1]]", "[{\"op\":\"add\"}]", "[\"replace\"]" })
	void garbageIsRefused(String json) {
		assertThatExceptionOfType(InvalidEditException.class).isThrownBy(() -> JsonDiff.fromJson(MAPPER.readTree(json)))
			.withMessageContaining("ot a");
	}

	@Test
	void longGarbageIsNotRepeated() {
		JsonNode garbage = StringNode.valueOf("x".repeat(100_000));
		assertThatExceptionOfType(InvalidEditException.class).isThrownBy(() -> JsonDiff.fromJson(garbage))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(300));
	}

	@Test
	void opaqueValuesAreReplaced() {
		JsonNode oldValue = MAPPER.readTree("{\"a\":\"x\"}");
		JsonNode newValue = MAPPER.readTree("{\"a\":\"xy\"}");
		assertThat(JsonDiff.encodeOpaque(oldValue, newValue))
			.containsExactly(new Edit(EditOp.REPLACE, List.of(), newValue));
		assertThat(JsonDiff.encodeOpaque(oldValue, oldValue.deepCopy())).isEmpty();
		assertThat(JsonDiff.encodeOpaque(MAPPER.readTree("[1]"), MAPPER.readTree("[1.0]"))).hasSize(1);
		assertThat(JsonDiff.encodeOpaque(MAPPER.readTree("{\"a\":1}"), MAPPER.readTree("{\"b\":1}"))).hasSize(1);
		assertThat(JsonDiff.encodeOpaque(MAPPER.readTree("[1]"), MAPPER.readTree("[1,2]"))).hasSize(1);
	}

	@Test
	void nodeClassesOfWholeNumbersDoNotMatter() {
		JsonNode big = BigIntegerNode.valueOf(java.math.BigInteger.ONE);
		assertThat(JsonDiff.encode(IntNode.valueOf(1), LongNode.valueOf(1))).isEmpty();
		assertThat(JsonDiff.encode(LongNode.valueOf(1), big)).isEmpty();
		assertThat(JsonDiff.encodeOpaque(big, IntNode.valueOf(1))).isEmpty();
		assertThat(JsonDiff.encode(big, IntNode.valueOf(2))).hasSize(1);
	}

	@Test
	void surrogatePairsStayTogether() {
		JsonNode half = StringNode.valueOf("a\ud83d");
		JsonNode whole = StringNode.valueOf("a\ud83d\ude00");
		assertThat(JsonDiff.encode(half, whole)).containsExactly(new Edit(EditOp.REPLACE, List.of(), whole));
		assertThat(JsonDiff.encode(StringNode.valueOf("a"), whole))
			.containsExactly(new Edit(EditOp.APPEND, List.of(), StringNode.valueOf("\ud83d\ude00")));
	}

	@Test
	void resultSharesNothingWithBaseAndEdits() {
		JsonNode base = MAPPER.readTree("{\"a\":[1]}");
		JsonNode added = MAPPER.readTree("[2]");
		List<Edit> edits = List.of(new Edit(EditOp.ADD, List.of("b"), added),
				new Edit(EditOp.ADD, List.of("b", 0), IntNode.valueOf(3)),
				new Edit(EditOp.DELETE, List.of("a", 0), null));
		assertThat(JsonDiff.apply(base, edits)).isEqualTo(MAPPER.readTree("{\"a\":[],\"b\":[3,2]}"));
		assertThat(base).isEqualTo(MAPPER.readTree("{\"a\":[1]}"));
		assertThat(added).isEqualTo(MAPPER.readTree("[2]"));
		assertThat(JsonDiff.apply(base, List.of())).isEqualTo(base).isNotSameAs(base);
	}

	@Test
	void valueOfAnEdit() {
		assertThat(new Edit(EditOp.DELETE, List.of(0), IntNode.valueOf(1)).value()).isNull();
		assertThat(new Edit(EditOp.ADD, List.of(0), null).value()).isEqualTo(NullNode.getInstance());
	}

	@Test
	void longTextCostsOnlyItsTail() {
		StringBuilder text = new StringBuilder();
		JsonNode before = StringNode.valueOf("");
		JsonNode replayed = before;
		for (int i = 0; i < 20_000; i++) {
			text.append("token").append(i % 10);
			JsonNode after = StringNode.valueOf(text.toString());
			List<Edit> edits = JsonDiff.encode(before, after);
			assertThat(edits).hasSize(1);
			assertThat(edits.get(0).value().stringValue()).hasSize(6);
			replayed = JsonDiff.apply(replayed, edits);
			before = after;
		}
		assertThat(replayed).isEqualTo(before);
	}

	@Test
	void samplesAreReproducible(@TempDir Path directory) throws IOException {
		Path first = directory.resolve("first");
		Path second = directory.resolve("second");
		DiffSampleWriter.write(first, 500, 7);
		DiffSampleWriter.main(new String[] { second.toString(), "500", "7" });
		assertThat(second).hasSameTextualContentAs(first);
		List<String> lines = Files.readAllLines(first);
		assertThat(lines).hasSize(500);
		int changed = 0;
		for (String line : lines) {
			JsonNode sample = MAPPER.readTree(line);
			List<Edit> edits = JsonDiff.fromJson(sample.get("edits"));
			assertThat(JsonDiff.apply(sample.get("old"), edits)).isEqualTo(sample.get("new"));
			changed += edits.isEmpty() ? 0 : 1;
		}
		assertThat(changed).isGreaterThan(200);
	}

}
