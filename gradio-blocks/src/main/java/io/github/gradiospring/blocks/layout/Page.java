package io.github.gradiospring.blocks.layout;

import java.util.List;

/**
 * One page of an application.
 *
 * @param path where it is below the application, empty for the first page
 * @param name what the navigation bar calls it
 * @param blocks what it shows, from top to bottom
 * @param listeners what calls endpoints
 */
public record Page(String path, String name, List<Block> blocks, List<Listener> listeners) {

	public Page {
		blocks = List.copyOf(blocks);
		listeners = List.copyOf(listeners);
	}

}
