package io.github.gradiospring.blocks.theme;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A font whose files lie beside the page, one per weight, as Gradio's frontend names
 * them.
 *
 * @param name the font's name
 * @param weights the weights that have a file
 */
record LocalFont(String name, List<Integer> weights) implements Font {

	private static final Map<Integer, String> FILE_SUFFIXES = Map.of(100, "Thin", 200, "ExtraLight", 300, "Light", 400,
			"Regular", 500, "Medium", 600, "SemiBold", 700, "Bold", 800, "ExtraBold", 900, "Black");

	@Override
	public String family() {
		return InstalledFont.quoted(this.name).family();
	}

	@Override
	public String faces() {
		return this.weights.stream().map(this::face).collect(Collectors.joining("\n"));
	}

	/** Whether Gradio's frontend brings all weights of this font. */
	boolean bundled() {
		return ThemeData.LOCAL_FONTS.getOrDefault(directory(), List.of()).containsAll(this.weights);
	}

	private String directory() {
		return this.name.replace(" ", "");
	}

	private String face(int weight) {
		String suffix = FILE_SUFFIXES.getOrDefault(weight, String.valueOf(weight));
		// the line breaks are Gradio's, and so part of the hash
		return """

				@font-face {
				    font-family: '%1$s';
				    src: url('static/fonts/%2$s/%2$s-%3$s.woff2') format('woff2');
				    font-weight: %4$s;
				    font-style: normal;
				}
				""".formatted(this.name, directory(), suffix, weight);
	}

}
