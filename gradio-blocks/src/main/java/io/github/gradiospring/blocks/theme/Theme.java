package io.github.gradiospring.blocks.theme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How the page looks, light and dark: three hues, three scales of sizes, two stacks of
 * fonts, and some 200 variables that say which of these goes where. Immutable: each
 * method that changes something answers a new theme, and where two changes touch the same
 * variable the later one wins.
 *
 * <pre class="code">
 * Theme theme = Theme.soft()
 *     .withPrimaryHue("emerald")
 *     .withFont(Font.google("Inter"), Font.system("sans-serif"))
 *     .set("button_primary_background_fill", "*primary_300")
 *     .set("button_primary_background_fill_dark", "*primary_800");
 * </pre>
 *
 * Names, values and rendering are those of <code>gradio.themes</code> in Gradio 6.31.
 */
public final class Theme {

	static final String DARK = "_dark";

	private final String name;

	private final List<Font> fonts;

	private final List<Font> monoFonts;

	/** By Gradio's names, in its order; null only for "in dark the same as in light". */
	private final Map<String, @Nullable String> variables;

	Theme(String name, List<Font> fonts, List<Font> monoFonts, Map<String, @Nullable String> variables) {
		this.name = name;
		this.fonts = List.copyOf(fonts);
		this.monoFonts = List.copyOf(monoFonts);
		this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
	}

	/**
	 * Blue and plain; what the other themes start from.
	 * @return Gradio's <code>Base</code>
	 */
	public static Theme base() {
		return named("base");
	}

	/**
	 * Orange and grey: the look of a Gradio app whose author chose no theme.
	 * @return Gradio's <code>Default</code>
	 */
	public static Theme defaults() {
		return named("default");
	}

	/**
	 * Indigo, with rounded labels and soft shadows.
	 * @return Gradio's <code>Soft</code>
	 */
	public static Theme soft() {
		return named("soft");
	}

	/**
	 * Black and white, serif, no rounded corners.
	 * @return Gradio's <code>Monochrome</code>
	 */
	public static Theme monochrome() {
		return named("monochrome");
	}

	/**
	 * Blue and slate with vertical gradients, small.
	 * @return Gradio's <code>Glass</code>
	 */
	public static Theme glass() {
		return named("glass");
	}

	/**
	 * The look of Gradio 4.
	 * @return Gradio's <code>Origin</code>
	 */
	public static Theme origin() {
		return named("origin");
	}

	/**
	 * Amber, with buttons that move when pressed.
	 * @return Gradio's <code>Citrus</code>
	 */
	public static Theme citrus() {
		return named("citrus");
	}

	/**
	 * Emerald and sky with diagonal gradients.
	 * @return Gradio's <code>Ocean</code>
	 */
	public static Theme ocean() {
		return named("ocean");
	}

	/**
	 * A theme of Gradio by its name.
	 * @param name the name, such as <code>soft</code>, in upper or lower case
	 * @return the theme
	 * @throws IllegalArgumentException if there is none of that name; the message lists
	 * the names
	 */
	public static Theme named(String name) {
		return BuiltInThemes.get(name);
	}

	/**
	 * The names that {@link #named} knows.
	 * @return the names
	 */
	public static Set<String> names() {
		return BuiltInThemes.names();
	}

	/**
	 * The theme's name, which <code>/config</code> shows as <code>theme</code>. A changed
	 * theme keeps it.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The variables that {@link #set} takes, without those that name a dark variant of
	 * another.
	 * @return Gradio's names, such as <code>button_primary_text_color</code>
	 */
	public Set<String> variables() {
		return this.variables.keySet()
			.stream()
			.filter((variable) -> !variable.endsWith(DARK))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Change the hue of what catches the eye: primary buttons, selections, progress.
	 * @param hue the hue
	 * @return the changed theme
	 */
	public Theme withPrimaryHue(Hue hue) {
		return with(Scales.shades("primary", hue));
	}

	/**
	 * Change the primary hue to one of Gradio's.
	 * @param hue a name that {@link Hue#named} knows
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such hue
	 */
	public Theme withPrimaryHue(String hue) {
		return withPrimaryHue(Hue.named(hue));
	}

	/**
	 * Change the hue of links, focus and other secondary things.
	 * @param hue the hue
	 * @return the changed theme
	 */
	public Theme withSecondaryHue(Hue hue) {
		return with(Scales.shades("secondary", hue));
	}

	/**
	 * Change the secondary hue to one of Gradio's.
	 * @param hue a name that {@link Hue#named} knows
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such hue
	 */
	public Theme withSecondaryHue(String hue) {
		return withSecondaryHue(Hue.named(hue));
	}

	/**
	 * Change the hue of text, borders and backgrounds.
	 * @param hue the hue
	 * @return the changed theme
	 */
	public Theme withNeutralHue(Hue hue) {
		return with(Scales.shades("neutral", hue));
	}

	/**
	 * Change the neutral hue to one of Gradio's.
	 * @param hue a name that {@link Hue#named} knows
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such hue
	 */
	public Theme withNeutralHue(String hue) {
		return withNeutralHue(Hue.named(hue));
	}

	/**
	 * Change paddings and gaps.
	 * @param spacing the sizes
	 * @return the changed theme
	 */
	public Theme withSpacing(Size spacing) {
		return with(Scales.sizes("spacing", spacing));
	}

	/**
	 * Change paddings and gaps to one of Gradio's scales.
	 * @param spacing a name that {@link Size#spacing} knows
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such scale
	 */
	public Theme withSpacing(String spacing) {
		return withSpacing(Size.spacing(spacing));
	}

	/**
	 * Change how round corners are.
	 * @param radius the sizes
	 * @return the changed theme
	 */
	public Theme withRadius(Size radius) {
		return with(Scales.sizes("radius", radius));
	}

	/**
	 * Change how round corners are, to one of Gradio's scales.
	 * @param radius a name that {@link Size#radius} knows
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such scale
	 */
	public Theme withRadius(String radius) {
		return withRadius(Size.radius(radius));
	}

	/**
	 * Change the size of text.
	 * @param text the sizes
	 * @return the changed theme
	 */
	public Theme withTextSize(Size text) {
		return with(Scales.sizes("text", text));
	}

	/**
	 * Change the size of text to one of Gradio's scales.
	 * @param text a name that {@link Size#text} knows
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such scale
	 */
	public Theme withTextSize(String text) {
		return withTextSize(Size.text(text));
	}

	/**
	 * Change the font of all text but code.
	 * @param fonts the font and its fallbacks, one at least
	 * @return the changed theme
	 */
	public Theme withFont(Font... fonts) {
		List<Font> stack = List.of(fonts);
		return new Theme(this.name, stack, this.monoFonts, merge(Map.of("font", StyleSheet.families(stack))));
	}

	/**
	 * Change the font of code.
	 * @param fonts the font and its fallbacks, one at least
	 * @return the changed theme
	 */
	public Theme withFontMono(Font... fonts) {
		List<Font> stack = List.of(fonts);
		return new Theme(this.name, this.fonts, stack, merge(Map.of("font_mono", StyleSheet.families(stack))));
	}

	/**
	 * Change one variable and no other. Gradio's <code>set</code> differs there: each
	 * call also returns <code>background_fill_primary</code>,
	 * <code>background_fill_secondary</code> and their dark values to those of
	 * <code>Base</code> unless it names them.
	 * @param variable one of {@link #variables()}, or one of them and <code>_dark</code>
	 * for what it is in dark mode
	 * @param value any CSS; <code>*other_variable</code> in it stands for the value of
	 * another variable in the mode that is shown
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such variable, the value is empty,
	 * refers to a <code>_dark</code> variable, or is a dark value that refers to its own
	 * variable
	 */
	public Theme set(String variable, String value) {
		String light = variable.endsWith(DARK) ? variable.substring(0, variable.length() - DARK.length()) : variable;
		Assert.isTrue(this.variables.containsKey(light), () -> "A theme has no variable '" + light + "'");
		Assert.hasText(value, () -> "The value of '" + variable + "' must not be empty");
		References.check(variable, value);
		return with(Map.of(variable, value));
	}

	/**
	 * Let a variable be in dark mode what it is in light mode.
	 * @param variable one of {@link #variables()}
	 * @return the changed theme
	 * @throws IllegalArgumentException if there is no such variable
	 */
	public Theme sameInDark(String variable) {
		Assert.isTrue(this.variables.containsKey(variable), () -> "A theme has no variable '" + variable + "'");
		if (this.variables.get(variable + DARK) == null) {
			return this;
		}
		return with(Collections.singletonMap(variable + DARK, null));
	}

	/**
	 * The style sheet that the frontend loads as <code>/theme.css</code>: the faces of
	 * local fonts, then the variables of light mode, then those of dark mode. The same
	 * text that Gradio serves for the same theme. Rendered anew by each call.
	 * @return the CSS
	 */
	public String css() {
		List<Font> all = Stream.concat(this.fonts.stream(), this.monoFonts.stream()).toList();
		return StyleSheet.render(this.name, all, this.variables);
	}

	/**
	 * What identifies this look; the frontend asks for <code>/theme.css?v=hash</code>.
	 * @return the SHA-256 of {@link #css()}, in hexadecimal
	 */
	public String hash() {
		return StyleSheet.hash(css());
	}

	/**
	 * The colours of the page before its style sheet is loaded, with all references
	 * resolved: <code>body_css</code> of <code>/config</code>.
	 * @return the values of <code>body_background_fill</code>,
	 * <code>body_text_color</code> and the two for dark mode
	 */
	public Map<String, String> bodyCss() {
		Map<String, String> css = new LinkedHashMap<>();
		for (String variable : List.of("body_background_fill", "body_text_color", "body_background_fill_dark",
				"body_text_color_dark")) {
			css.put(variable, References.resolve(variable, this.variables));
		}
		return Collections.unmodifiableMap(css);
	}

	/**
	 * Addresses of style sheets that fonts need, such as Google's; the frontend loads
	 * those that <code>/config</code> names as <code>stylesheets</code>.
	 * @return the addresses, empty for every theme of Gradio as it comes
	 */
	public List<String> stylesheets() {
		return Stream.concat(this.fonts.stream(), this.monoFonts.stream())
			.map(Font::stylesheet)
			.filter(Objects::nonNull)
			.toList();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Theme theme && this.name.equals(theme.name) && this.fonts.equals(theme.fonts)
				&& this.monoFonts.equals(theme.monoFonts) && this.variables.equals(theme.variables);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.name, this.variables);
	}

	@Override
	public String toString() {
		return "Theme[" + this.name + "]";
	}

	private Theme with(Map<String, ? extends @Nullable String> changes) {
		return new Theme(this.name, this.fonts, this.monoFonts, merge(changes));
	}

	private Map<String, @Nullable String> merge(Map<String, ? extends @Nullable String> changes) {
		Map<String, @Nullable String> merged = new LinkedHashMap<>(this.variables);
		merged.putAll(changes);
		return merged;
	}

}
