package io.github.gradiospring.boot.autoconfigure.web;

import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;

/**
 * The servlet mappings for our routes. At the root they leave all other paths to the
 * application, whose own servlet usually has the mapping {@code /}.
 */
final class ServletPaths {

	private ServletPaths() {
	}

	/**
	 * The mappings of a server.
	 * @param path the path under which its routes are, empty for the root
	 * @return the mappings
	 */
	static List<String> mappings(String path) {
		if (!path.isEmpty()) {
			return List.of(path + "/*");
		}
		return List.of("/config", "/config/", GradioProtocol.API_PREFIX + "/*", "/monitoring/*");
	}

}
