package io.github.gradiospring.blocks.theme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Gradio's themes, each read from the file of its name. <code>base</code> holds every
 * variable, the others what differs from it.
 */
final class BuiltInThemes {

	private static final Map<String, Theme> THEMES = read();

	private BuiltInThemes() {
	}

	static Theme get(String name) {
		return ThemeData.entry("theme", name.toLowerCase(Locale.ROOT), THEMES);
	}

	static Set<String> names() {
		return THEMES.keySet();
	}

	private static Map<String, Theme> read() {
		Source base = Source.of("base");
		Map<String, Theme> themes = new LinkedHashMap<>();
		for (String name : List.of("base", "default", "soft", "monochrome", "glass", "origin", "citrus", "ocean")) {
			themes.put(name, Source.of(name).toTheme(name, base));
		}
		return Collections.unmodifiableMap(themes);
	}

	/** What a theme's file says. */
	private record Source(String primaryHue, String secondaryHue, String neutralHue, String spacing, String radius,
			String textSize, List<JsonNode> font, List<JsonNode> fontMono, Map<String, @Nullable String> variables) {

		static Source of(String name) {
			return ThemeData.read(name, new TypeReference<>() {
			});
		}

		/** The order is that of Gradio's style sheet. */
		Theme toTheme(String name, Source base) {
			Map<String, @Nullable String> all = new LinkedHashMap<>();
			all.putAll(Scales.shades("primary", Hue.named(this.primaryHue)));
			all.putAll(Scales.shades("secondary", Hue.named(this.secondaryHue)));
			all.putAll(Scales.shades("neutral", Hue.named(this.neutralHue)));
			all.putAll(Scales.sizes("spacing", Size.spacing(this.spacing)));
			all.putAll(Scales.sizes("radius", Size.radius(this.radius)));
			all.putAll(Scales.sizes("text", Size.text(this.textSize)));
			List<Font> fonts = this.font.stream().map(Source::font).toList();
			List<Font> monoFonts = this.fontMono.stream().map(Source::font).toList();
			all.put("font", StyleSheet.families(fonts));
			all.put("font_mono", StyleSheet.families(monoFonts));
			all.putAll(base.variables);
			all.putAll(this.variables);
			return new Theme(name, fonts, monoFonts, all);
		}

		private static Font font(JsonNode font) {
			if (font.isString()) {
				return Font.system(font.stringValue());
			}
			int[] weights = font.path("weights").valueStream().mapToInt(JsonNode::intValue).toArray();
			return Font.local(font.path("local").stringValue(), weights);
		}

	}

}
