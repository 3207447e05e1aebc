package io.github.gradiospring.protocol.diff;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link JsonDiff} that hold for all values.
 */
class JsonDiffPropertyTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@Property(tries = 2000)
	void editsRebuildAnyValue(@ForAll("json") JsonNode oldValue, @ForAll("json") JsonNode newValue) {
		assertRebuilt(oldValue, newValue);
	}

	@Property(tries = 5000)
	void editsRebuildChangedValues(@ForAll long seed) {
		JsonSamples samples = new JsonSamples(seed);
		JsonNode oldValue = samples.value(5);
		assertRebuilt(oldValue, samples.mutate(oldValue));
	}

	@Property(tries = 500)
	void equalValuesNeedNoEdits(@ForAll("json") JsonNode value) {
		assertThat(JsonDiff.encode(value, value.deepCopy())).isEmpty();
		assertThat(JsonDiff.encodeOpaque(value, value.deepCopy())).isEmpty();
	}

	@Property(tries = 1000)
	void opaqueEditsRebuildAnyValue(@ForAll("json") JsonNode oldValue, @ForAll("json") JsonNode newValue) {
		List<Edit> edits = JsonDiff.encodeOpaque(oldValue, newValue);
		assertThat(edits).hasSize(oldValue.equals(newValue) ? 0 : 1);
		assertThat(JsonDiff.apply(oldValue, edits)).isEqualTo(newValue);
	}

	@Property(tries = 2000)
	void decoderSurvivesEditsOfAnotherValue(@ForAll("json") JsonNode base, @ForAll long seed) {
		JsonSamples samples = new JsonSamples(seed);
		JsonNode other = samples.value(4);
		JsonNode copy = base.deepCopy();
		assertThat(JsonDiff.apply(base, JsonDiff.encode(other, samples.mutate(other)))).isNotNull();
		assertThat(base).isEqualTo(copy);
	}

	@Provide
	Arbitrary<JsonNode> json() {
		return Arbitraries.recursive(this::scalars, this::containers, 0, 4);
	}

	private Arbitrary<JsonNode> scalars() {
		return Arbitraries.oneOf(Arbitraries.of(NullNode.getInstance(), BooleanNode.TRUE, BooleanNode.FALSE),
				Arbitraries.integers().map(IntNode::valueOf),
				Arbitraries.integers().between(-1, 2).map(IntNode::valueOf),
				Arbitraries.of(0.0, 1.0, 0.5).map(DoubleNode::valueOf), texts().map(StringNode::valueOf));
	}

	private Arbitrary<JsonNode> containers(Arbitrary<JsonNode> elements) {
		return Arbitraries.oneOf(elements, elements.list().ofMaxSize(4).map(JsonDiffPropertyTests::array),
				Arbitraries.maps(keys(), elements).ofMaxSize(4).map(JsonDiffPropertyTests::object));
	}

	private Arbitrary<String> keys() {
		return Arbitraries.oneOf(Arbitraries.of("", "a", "b", "0", "1", "__proto__"), texts());
	}

	private Arbitrary<String> texts() {
		return Arbitraries.oneOf(Arbitraries.strings().ascii().ofMaxLength(3),
				Arbitraries.of("é", "😀", "😀a", "\u2028"));
	}

	private static JsonNode array(List<JsonNode> elements) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		elements.forEach(array::add);
		return array;
	}

	private static JsonNode object(Map<String, JsonNode> elements) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		elements.forEach(object::set);
		return object;
	}

	private static void assertRebuilt(JsonNode oldValue, JsonNode newValue) {
		JsonNode oldCopy = oldValue.deepCopy();
		JsonNode newCopy = newValue.deepCopy();
		List<Edit> edits = JsonDiff.encode(oldValue, newValue);
		assertThat(edits.isEmpty()).isEqualTo(oldValue.equals(newValue));
		assertThat(JsonDiff.apply(oldValue, edits)).isEqualTo(newValue);
		String wire = MAPPER.writeValueAsString(edits);
		assertThat(JsonDiff.apply(oldValue, JsonDiff.fromJson(MAPPER.readTree(wire)))).isEqualTo(newValue);
		assertThat(oldValue).isEqualTo(oldCopy);
		assertThat(newValue).isEqualTo(newCopy);
	}

}
