package io.github.gradiospring.server.web;

import java.util.Set;

import org.springframework.core.io.Resource;

/**
 * The files of the frontend that pages load.
 *
 * @param location the folder that holds the files; its URL ends with a slash
 * @param version the release of the frontend: a file never changes without it
 * @param script the module script that a page loads, such as {@code assets/index-x.js}
 * @param styleSheet the style sheet that a page loads
 * @param files the paths of all files below the location; nothing else is served. A name
 * with {@code .gz} at its end is the file without it, compressed
 */
public record PageAssets(Resource location, String version, String script, String styleSheet, Set<String> files) {

	public PageAssets {
		files = Set.copyOf(files);
	}

}
