package io.github.gradiospring.protocol.diff;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The edits with which a generator's later values travel, and back.
 * <p>
 * The edits are those of Gradio 6.31, with two differences that make both official
 * clients rebuild the value exactly: deletions from nested lists carry the right indexes,
 * and values that only Python holds for equal ({@code true} and {@code 1}, {@code 1} and
 * {@code 1.0}) count as changed.
 */
public final class JsonDiff {

	private JsonDiff() {
	}

	/**
	 * The edits from one value to the next. The cost is one walk over both values; a
	 * string that grows costs one prefix test.
	 * @param oldValue what the client has
	 * @param newValue what the client shall have
	 * @return the edits in the order in which they apply, empty if nothing changed
	 */
	public static List<Edit> encode(JsonNode oldValue, JsonNode newValue) {
		return new DiffEncoder().encode(oldValue, newValue);
	}

	/**
	 * The edits for a value that is replaced as a whole, as Gradio does with the value of
	 * a JSON component.
	 * @param oldValue what the client has
	 * @param newValue what the client shall have
	 * @return one edit, or none if nothing changed
	 */
	public static List<Edit> encodeOpaque(JsonNode oldValue, JsonNode newValue) {
		return JsonEquality.same(oldValue, newValue) ? List.of()
				: List.of(new Edit(EditOp.REPLACE, List.of(), newValue));
	}

	/**
	 * Apply edits in order. Negative indexes count from the end; an edit that has no
	 * place in the value is skipped, since servers send wrong indexes at times and the
	 * last message of a job brings the whole value anyway.
	 * @param base the value before, never changed
	 * @param edits the edits
	 * @return the value after; shares no mutable part with the base or the edits
	 */
	public static JsonNode apply(JsonNode base, List<Edit> edits) {
		return DiffDecoder.apply(base, edits);
	}

	/**
	 * The wire form of edits.
	 * @param edits the edits
	 * @return a list of <code>[op, path, value]</code>
	 */
	public static ArrayNode toJson(List<Edit> edits) {
		return EditJson.write(edits);
	}

	/**
	 * Edits from their wire form.
	 * @param json a list of <code>[op, path, value]</code>
	 * @return the edits
	 * @throws InvalidEditException if the value is anything else
	 */
	public static List<Edit> fromJson(JsonNode json) {
		return EditJson.read(json);
	}

}
