package io.github.gradiospring.blocks.theme;

import java.util.List;
import java.util.Set;

import org.springframework.util.Assert;

/**
 * A colour in eleven shades, from very light (50) by way of 100, 200, ... 900 to very
 * dark (950).
 *
 * @param name the name, for people only
 * @param shades eleven CSS colours, the lightest first
 */
public record Hue(String name, List<String> shades) {

	public static final Hue SLATE = named("slate");

	public static final Hue GRAY = named("gray");

	public static final Hue ZINC = named("zinc");

	public static final Hue NEUTRAL = named("neutral");

	public static final Hue STONE = named("stone");

	public static final Hue RED = named("red");

	public static final Hue ORANGE = named("orange");

	public static final Hue AMBER = named("amber");

	public static final Hue YELLOW = named("yellow");

	public static final Hue LIME = named("lime");

	public static final Hue GREEN = named("green");

	public static final Hue EMERALD = named("emerald");

	public static final Hue TEAL = named("teal");

	public static final Hue CYAN = named("cyan");

	public static final Hue SKY = named("sky");

	public static final Hue BLUE = named("blue");

	public static final Hue INDIGO = named("indigo");

	public static final Hue VIOLET = named("violet");

	public static final Hue PURPLE = named("purple");

	public static final Hue FUCHSIA = named("fuchsia");

	public static final Hue PINK = named("pink");

	public static final Hue ROSE = named("rose");

	/**
	 * Checks that there are eleven shades.
	 * @throws IllegalArgumentException if there are more or fewer
	 */
	public Hue {
		shades = List.copyOf(shades);
		Assert.isTrue(shades.size() == 11, "A hue has eleven shades: 50, 100, 200, ... 900, 950");
	}

	/**
	 * A hue of one's own.
	 * @param name the name, for people only
	 * @param shades eleven CSS colours, the lightest first
	 * @return the hue
	 * @throws IllegalArgumentException if there are not eleven shades
	 */
	public static Hue of(String name, String... shades) {
		return new Hue(name, List.of(shades));
	}

	/**
	 * One of Gradio's hues.
	 * @param name the name, such as <code>emerald</code>
	 * @return the hue
	 * @throws IllegalArgumentException if there is none of that name; the message lists
	 * the names
	 */
	public static Hue named(String name) {
		return new Hue(name, ThemeData.entry("hue", name, ThemeData.HUES));
	}

	/**
	 * The names of Gradio's hues.
	 * @return the names that {@link #named} knows
	 */
	public static Set<String> names() {
		return ThemeData.HUES.keySet();
	}

}
