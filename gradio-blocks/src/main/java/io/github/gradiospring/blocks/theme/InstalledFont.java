package io.github.gradiospring.blocks.theme;

import java.util.Set;

/**
 * A font that the reader's machine has, or has not.
 *
 * @param family the family as it stands in CSS
 */
record InstalledFont(String family) implements Font {

	private static final Set<String> GENERIC = Set.of("sans-serif", "serif", "monospace", "cursive", "fantasy");

	static InstalledFont quoted(String name) {
		return new InstalledFont(GENERIC.contains(name) ? name : "'" + name + "'");
	}

}
