package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.diff.Edit;
import io.github.gradiospring.protocol.diff.JsonDiff;
import io.github.gradiospring.server.endpoint.Endpoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Turns the results of an event into what travels: the first one whole, then the edits
 * from one to the next.
 */
final class ResultEncoder {

	private final Endpoint endpoint;

	private @Nullable List<JsonNode> last;

	ResultEncoder(Endpoint endpoint) {
		this.endpoint = endpoint;
	}

	/** Takes a result that does not travel yet, or travels whole. */
	void keep(List<JsonNode> row) {
		this.last = row;
	}

	List<JsonNode> next(List<JsonNode> row) {
		List<JsonNode> before = this.last;
		this.last = row;
		if (before == null) {
			return row;
		}
		List<JsonNode> edits = new ArrayList<>(row.size());
		for (int output = 0; output < row.size(); output++) {
			edits.add(JsonDiff.toJson(edits(output, before.get(output), row.get(output))));
		}
		return edits;
	}

	private List<Edit> edits(int output, JsonNode before, JsonNode after) {
		return this.endpoint.outputs().get(output).binding().opaque() ? JsonDiff.encodeOpaque(before, after)
				: JsonDiff.encode(before, after);
	}

	/** The last result, or a null for each output. */
	List<JsonNode> last() {
		if (this.last != null) {
			return this.last;
		}
		return this.endpoint.outputs().stream().<JsonNode>map((output) -> NullNode.getInstance()).toList();
	}

}
