package io.github.gradiospring.blocks.theme;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A font of a theme. Where the browser finds it is up to the kind: on the reader's
 * machine, beside the page, or at Google's. A font of another origin is an implementation
 * of one's own.
 */
public interface Font {

	/**
	 * The font as it stands in a CSS font stack.
	 * @return the family, quoted if it needs to be
	 */
	String family();

	/**
	 * The address of a style sheet that defines the font; the page loads it.
	 * @return the address, <code>null</code> if the font needs none
	 */
	default @Nullable String stylesheet() {
		return null;
	}

	/**
	 * The <code>@font-face</code> rules that define the font; they open the theme's style
	 * sheet, so that addresses in them are relative to it.
	 * @return the rules, <code>null</code> if the font needs none
	 */
	default @Nullable String faces() {
		return null;
	}

	/**
	 * A font of the reader's machine, written as is: a plain string in Gradio.
	 * @param family the family or a generic name, such as <code>system-ui</code>
	 * @return the font
	 */
	static Font system(String family) {
		return new InstalledFont(family);
	}

	/**
	 * A font of the reader's machine, written in quotes unless it is one of the generic
	 * families: <code>Font</code> in Gradio.
	 * @param name the font's name, such as <code>Comic Sans MS</code>
	 * @return the font
	 */
	static Font named(String name) {
		return InstalledFont.quoted(name);
	}

	/**
	 * A font whose files are served beside the page, below <code>static/fonts</code>:
	 * <code>LocalFont</code> in Gradio, whose frontend brings those of its themes.
	 * @param name the font's name, such as <code>IBM Plex Sans</code>
	 * @param weights the weights to define; 400 and 600 if none is named
	 * @return the font
	 */
	static Font local(String name, int... weights) {
		return new LocalFont(name, weights(weights));
	}

	/**
	 * A font of Google Fonts: <code>GoogleFont</code> in Gradio. Where the frontend
	 * brings all weights of that font it is taken from there, as by {@link #local};
	 * otherwise readers' browsers ask Google for it.
	 * @param name the font's name, such as <code>Inter</code>
	 * @param weights the weights to load; 400 and 600 if none is named
	 * @return the font
	 */
	static Font google(String name, int... weights) {
		LocalFont local = new LocalFont(name, weights(weights));
		return local.bundled() ? local : new GoogleFont(name, local.weights());
	}

	private static List<Integer> weights(int... weights) {
		return (weights.length == 0) ? List.of(400, 600) : Arrays.stream(weights).boxed().toList();
	}

}
