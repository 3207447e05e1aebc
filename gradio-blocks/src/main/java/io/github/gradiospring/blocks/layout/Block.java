package io.github.gradiospring.blocks.layout;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.component.ComponentDescription;
import org.jspecify.annotations.Nullable;

/**
 * A component at its place on a page, or a layout with blocks inside. Events and results
 * point at a block by its identity, so the same block may be an input and an output.
 */
public final class Block {

	private final ComponentDescription component;

	private final @Nullable List<Block> children;

	private final Map<String, List<Block>> references;

	private Block(ComponentDescription component, @Nullable List<Block> children, Map<String, List<Block>> references) {
		this.component = component;
		this.children = (children != null) ? List.copyOf(children) : null;
		this.references = Map.copyOf(references);
	}

	/**
	 * Places a component.
	 * @param component the component
	 * @return the block
	 */
	public static Block of(ComponentDescription component) {
		return new Block(component, null, Map.of());
	}

	/**
	 * Places a component that has a property with the ids of other ones.
	 * @param component the component
	 * @param property the property
	 * @param blocks the other ones, on the same page
	 * @return the block
	 */
	public static Block of(ComponentDescription component, String property, List<Block> blocks) {
		return new Block(component, null, Map.of(property, List.copyOf(blocks)));
	}

	/**
	 * Places blocks side by side.
	 * @param children the blocks
	 * @return the row
	 */
	public static Block row(List<Block> children) {
		return layout("row", children);
	}

	/**
	 * Places blocks one below the other.
	 * @param children the blocks
	 * @return the column
	 */
	public static Block column(List<Block> children) {
		return layout("column", children);
	}

	/**
	 * Places blocks without space between them.
	 * @param children the blocks
	 * @return the group
	 */
	public static Block group(List<Block> children) {
		return layout("group", children);
	}

	/**
	 * Places blocks in a part that users open and close.
	 * @param label the heading
	 * @param open whether it is open at first
	 * @param children the blocks
	 * @return the accordion
	 */
	public static Block accordion(String label, boolean open, List<Block> children) {
		return layout(ComponentDescription.builder("accordion").label(label).prop("open", open).skipApi().build(),
				children);
	}

	/**
	 * Places blocks beside the page.
	 * @param label the heading
	 * @param children the blocks
	 * @return the sidebar
	 */
	public static Block sidebar(String label, List<Block> children) {
		return layout(ComponentDescription.builder("sidebar").label(label).skipApi().build(), children);
	}

	/**
	 * Shows one of several parts at a time.
	 * @param tabs the parts, made by {@link #tab}
	 * @return the tabs
	 */
	public static Block tabs(List<Block> tabs) {
		return layout("tabs", tabs);
	}

	/**
	 * Makes a part of {@link #tabs}.
	 * @param label the name of the part
	 * @param children the blocks
	 * @return the tab
	 */
	public static Block tab(String label, List<Block> children) {
		return layout(ComponentDescription.builder("tabitem").label(label).prop("name", "tab").skipApi().build(),
				children);
	}

	private static Block layout(String type, List<Block> children) {
		return layout(ComponentDescription.builder(type).skipApi().build(), children);
	}

	/**
	 * Places blocks in a layout.
	 * @param layout the layout
	 * @param children the blocks
	 * @return the block
	 */
	public static Block layout(ComponentDescription layout, List<Block> children) {
		return new Block(layout, children, Map.of());
	}

	/** What is placed. */
	public ComponentDescription component() {
		return this.component;
	}

	/** The blocks inside, {@code null} when it is no layout. */
	public @Nullable List<Block> children() {
		return this.children;
	}

	/** Properties that hold the ids of other blocks. */
	Map<String, List<Block>> references() {
		return this.references;
	}

	@Override
	public String toString() {
		return this.component.type();
	}

}
