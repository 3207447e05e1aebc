package io.github.gradiospring.blocks.theme;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A font that the browser loads from Google Fonts.
 *
 * @param name the font's name
 * @param weights the weights to load
 */
record GoogleFont(String name, List<Integer> weights) implements Font {

	@Override
	public String family() {
		return InstalledFont.quoted(this.name).family();
	}

	@Override
	public String stylesheet() {
		return this.weights.stream()
			.map(String::valueOf)
			.collect(Collectors.joining(";",
					"https://fonts.googleapis.com/css2?family=" + this.name.replace(' ', '+') + ":wght@",
					"&display=swap"));
	}

}
