package io.github.gradiospring.protocol.config;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of a page. The root's id is not that of a component.
 *
 * @param id the component
 * @param children the components inside; {@code null} for a component that has no inside,
 * then not written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayoutNode(int id, @Nullable List<LayoutNode> children) {

	public LayoutNode {
		children = (children != null) ? List.copyOf(children) : null;
	}

	/**
	 * A component without an inside.
	 * @param id the component
	 * @return the node
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static LayoutNode leaf(int id) {
		return new LayoutNode(id, null);
	}

	@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
	static LayoutNode read(@JsonProperty("id") int id, @JsonProperty("children") @Nullable List<LayoutNode> children) {
		return new LayoutNode(id, children);
	}

}
