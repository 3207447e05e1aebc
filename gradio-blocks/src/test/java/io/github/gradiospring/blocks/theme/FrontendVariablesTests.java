package io.github.gradiospring.blocks.theme;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The variables that the style sheets of Gradio's frontend use and, but for some
 * components of their own, do not define. The recording names those that no theme of
 * Gradio defines either: scripts set them, the use has a fallback, or nothing defines
 * them in Gradio.
 */
class FrontendVariablesTests {

	private static final Map<String, List<String>> RECORDED = ThemeRecording.read("frontend-variables",
			new TypeReference<>() {
			});

	@ParameterizedTest
	@MethodSource("themes")
	void everyVariableOfTheFrontendIsDefinedInBothModes(Theme theme) {
		List<String> notOfAnyTheme = Stream.of("set_by_scripts", "with_fallback", "undefined_in_gradio")
			.flatMap((group) -> RECORDED.get(group).stream())
			.toList();
		ThemeRecording rendered = ThemeRecording.of(theme);
		for (Map<String, String> defined : List.of(rendered.light(), rendered.dark())) {
			TreeSet<String> missing = new TreeSet<>(RECORDED.get("used"));
			missing.removeAll(defined.keySet());
			assertThat(missing).containsExactlyInAnyOrderElementsOf(notOfAnyTheme);
		}
	}

	@ParameterizedTest
	@MethodSource("themes")
	void everyVariableThatAValueRefersToIsDefined(Theme theme) {
		ThemeRecording rendered = ThemeRecording.of(theme);
		assertThat(Stream.of(rendered.light(), rendered.dark()).flatMap((mode) -> mode.values().stream()))
			.flatMap(FrontendVariablesTests::references)
			.isNotEmpty()
			.isSubsetOf(rendered.light().keySet());
	}

	static Stream<Theme> themes() {
		return Theme.names().stream().map(Theme::named);
	}

	private static List<String> references(String value) {
		return Pattern.compile("var\\(--([\\w-]+)\\)").matcher(value).results().map((match) -> match.group(1)).toList();
	}

}
