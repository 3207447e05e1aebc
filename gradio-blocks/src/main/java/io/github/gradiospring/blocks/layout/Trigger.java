package io.github.gradiospring.blocks.layout;

import org.jspecify.annotations.Nullable;

/**
 * What makes a page call an endpoint.
 *
 * @param block where it happens, {@code null} for what happens to the page
 * @param event what happens, such as {@code click}
 */
public record Trigger(@Nullable Block block, String event) {

	/**
	 * A click on a block.
	 * @param block the block
	 * @return the trigger
	 */
	public static Trigger click(Block block) {
		return new Trigger(block, "click");
	}

}
