package io.github.gradiospring.blocks.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What real Gradio makes of a theme: its variables in order, and the SHA-256 of its whole
 * style sheet.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ThemeRecording(String name, String hash, List<String> stylesheets, Map<String, String> bodyCss,
		Map<String, String> light, Map<String, String> dark) {

	private static final Pattern VARIABLE = Pattern.compile("^ {2}--([\\w-]+): (.*);$", Pattern.MULTILINE);

	static ThemeRecording of(String resource) {
		return read(resource, new TypeReference<>() {
		});
	}

	static ThemeRecording of(Theme theme) {
		String css = theme.css();
		int dark = css.indexOf(":root.dark, :root .dark {");
		return new ThemeRecording(theme.name(), theme.hash(), theme.stylesheets(), theme.bodyCss(),
				variables(css.substring(css.indexOf(":root {"), dark)), variables(css.substring(dark)));
	}

	static <T> T read(String resource, TypeReference<T> type) {
		try (InputStream content = ThemeRecording.class.getResourceAsStream("recorded-" + resource + ".json")) {
			return GradioProtocol.jsonMapper().readValue(content, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** With only those variables that are not the same in another theme. */
	ThemeRecording differing(ThemeRecording other) {
		return new ThemeRecording(this.name, this.hash, this.stylesheets, this.bodyCss,
				differing(this.light, other.light), differing(this.dark, other.dark));
	}

	private static Map<String, String> differing(Map<String, String> variables, Map<String, String> others) {
		Map<String, String> differing = new LinkedHashMap<>(variables);
		differing.entrySet().removeAll(others.entrySet());
		return differing;
	}

	private static Map<String, String> variables(String block) {
		Map<String, String> variables = new LinkedHashMap<>();
		Matcher matcher = VARIABLE.matcher(block);
		while (matcher.find()) {
			variables.put(matcher.group(1), matcher.group(2));
		}
		return variables;
	}

}
