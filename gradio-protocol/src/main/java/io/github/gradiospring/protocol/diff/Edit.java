package io.github.gradiospring.protocol.diff;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * One step from an old value to a new one, written as <code>[op, path, value]</code>.
 *
 * @param op what to do
 * @param path where to do it: object keys ({@code String}) and list indexes
 * ({@code Integer}) from the outside in; empty for the whole value
 * @param value the new value, the text to append, or {@code null} for a deletion
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "op", "path", "value" })
public record Edit(EditOp op, List<Object> path, @Nullable JsonNode value) {

	public Edit {
		path = List.copyOf(path);
		if (op == EditOp.DELETE) {
			value = null;
		}
		else if (value == null) {
			value = NullNode.getInstance();
		}
	}

}
