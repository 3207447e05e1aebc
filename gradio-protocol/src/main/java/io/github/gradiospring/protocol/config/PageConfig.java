package io.github.gradiospring.protocol.config;

import java.util.List;

/**
 * What belongs to one page of an app.
 *
 * @param layout the tree
 * @param components the ids of its components
 * @param dependencies the ids of its dependencies
 */
public record PageConfig(LayoutNode layout, List<Integer> components, List<Integer> dependencies) {

	public PageConfig {
		layout = (layout != null) ? layout : new LayoutNode(0, List.of());
		components = (components != null) ? List.copyOf(components) : List.of();
		dependencies = (dependencies != null) ? List.copyOf(dependencies) : List.of();
	}

}
