package io.github.gradiospring.blocks.theme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Writes a theme as CSS, to the byte as Gradio 6.31 does in <code>/theme.css</code>.
 */
final class StyleSheet {

	private StyleSheet() {
	}

	static String render(String name, List<Font> fonts, Map<String, @Nullable String> variables) {
		Map<String, String> light = new LinkedHashMap<>();
		Map<String, String> dark = new LinkedHashMap<>();
		// two attributes of Gradio's theme that it writes among the variables
		light.put("name", name);
		light.put("custom-css", "");
		variables.forEach((variable, value) -> {
			if (!variable.endsWith(Theme.DARK)) {
				light.put(cssName(variable), References.toCss(Objects.requireNonNull(value)));
				return;
			}
			String plain = variable.substring(0, variable.length() - Theme.DARK.length());
			if (value == null) {
				// what Gradio writes; no rule reads a name with underscores
				dark.put(plain, "None");
			}
			else {
				dark.put(cssName(plain), References.toCss(value));
			}
		});
		light.forEach(dark::putIfAbsent);
		String faces = fonts.stream().map(Font::faces).filter(Objects::nonNull).collect(Collectors.joining("\n"));
		return faces + "\n" + block(":root", light) + "\n\n" + block(":root.dark, :root .dark", dark);
	}

	/** A stack of fonts as CSS. */
	static String families(List<Font> fonts) {
		Assert.notEmpty(fonts, "A theme needs a font");
		return fonts.stream().map(Font::family).collect(Collectors.joining(", "));
	}

	static String hash(String css) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String cssName(String variable) {
		return variable.replace('_', '-');
	}

	private static String block(String selector, Map<String, String> variables) {
		return variables.entrySet()
			.stream()
			.map((entry) -> "  --" + entry.getKey() + ": " + entry.getValue() + ";")
			.collect(Collectors.joining("\n", selector + " {\n", "\n}"));
	}

}
