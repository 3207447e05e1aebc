package io.github.gradiospring.blocks.theme;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same changes made to Gradio's themes and to ours: the recording holds the variables
 * that are not those of the unchanged theme, and the hash of the whole style sheet.
 */
class ThemeChangesTests {

	private static final Map<String, ThemeRecording> RECORDED = ThemeRecording.read("changes", new TypeReference<>() {
	});

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void isWhatGradioMakes(String change, Theme theme) {
		ThemeRecording unchanged = ThemeRecording.of(Theme.named(theme.name()));
		assertThat(ThemeRecording.of(theme).differing(unchanged)).isEqualTo(RECORDED.get(change));
	}

	@Test
	void everyRecordedChangeIsMade() {
		assertThat(RECORDED.keySet())
			.containsExactlyInAnyOrderElementsOf(changes().map((change) -> (String) change.get()[0]).toList());
	}

	static Stream<Arguments> changes() {
		return Stream.of(
				Arguments.of("hues",
						Theme.defaults().withPrimaryHue("red").withSecondaryHue("lime").withNeutralHue(Hue.SLATE)),
				Arguments.of("custom hue", Theme.soft().withPrimaryHue(new Hue("mine", reds()))),
				Arguments.of("sizes", Theme.soft().withSpacing("lg").withRadius("none").withTextSize("sm")),
				Arguments.of("custom size",
						Theme.ocean().withTextSize(new Size("1em", "2em", "3em", "4em", "5em", "6em", "7em"))),
				Arguments.of("fonts",
						Theme.glass()
							.withFont(Font.local("Lexend"), Font.named("Comic Sans MS"), Font.named("serif"),
									Font.system("system-ui"))
							.withFontMono(Font.system("Courier New"))),
				Arguments.of("google fonts",
						Theme.base()
							.withFont(Font.google("Inter"), Font.google("Open Sans", 300, 700),
									Font.system("sans-serif"))
							.withFontMono(Font.google("Inconsolata", 400, 700), Font.google("Share Tech Mono"),
									Font.local("IBM Plex Mono", 500, 450))),
				Arguments.of("variables",
						Theme.monochrome()
							.set("button_primary_background_fill", "red")
							.set("button_primary_background_fill_dark", "*primary_700")
							.set("block_shadow_dark", "0 0 *spacing_sm black, *shadow_drop")
							.set("slider_color_dark", "*color_accent")
							.set("input_shadow", "calc(1.5 * *spacing_sm) *radius_lg")),
				// Gradio's set() also returns the two backgrounds to Base's; ours changes
				// what it says
				Arguments.of("set resets",
						Theme.monochrome()
							.set("slider_color", "red")
							.set("background_fill_primary_dark", "*neutral_950")
							.set("background_fill_secondary_dark", "*neutral_900")),
				Arguments.of("body",
						Theme.ocean()
							.set("body_background_fill", "linear-gradient(*primary_50, *block_background_fill)")
							.set("body_background_fill_dark", "linear-gradient(*primary_900, *block_background_fill)")
							.set("body_text_color", "*link_text_color")
							.set("body_text_color_dark", "*link_text_color")),
				Arguments.of("dark variables that the base theme has not",
						Theme.origin().set("body_text_size_dark", "*text_lg").set("primary_500_dark", "black")),
				Arguments.of("same in dark",
						Theme.defaults()
							.sameInDark("input_background_fill")
							.sameInDark("code_background_fill")
							.sameInDark("body_text_size")),
				Arguments.of("circle",
						Theme.base()
							.set("body_background_fill", "*background_fill_primary")
							.set("background_fill_primary", "*body_background_fill")
							.set("body_text_color", "*no_such_variable e")),
				Arguments.of("everything",
						Theme.citrus()
							.withPrimaryHue(Hue.PINK)
							.withSpacing(Size.spacing("sm"))
							.withRadius(Size.radius("xxl"))
							.withFont(Font.google("Inter"))
							.set("slider_color", "*secondary_300")
							.set("body_background_fill_dark", "black")));
	}

	private static List<String> reds() {
		return IntStream.range(0, 11).mapToObj((shade) -> "#%02x0000".formatted(shade * 20)).toList();
	}

}
