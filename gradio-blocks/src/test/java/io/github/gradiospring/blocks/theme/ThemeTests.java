package io.github.gradiospring.blocks.theme;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ThemeTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource("themes")
	void isWhatGradioMakes(String name, Theme theme) {
		ThemeRecording gradio = ThemeRecording.of(name);
		ThemeRecording ours = ThemeRecording.of(theme);
		assertThat(List.copyOf(ours.light().entrySet())).isEqualTo(List.copyOf(gradio.light().entrySet()));
		assertThat(List.copyOf(ours.dark().entrySet())).isEqualTo(List.copyOf(gradio.dark().entrySet()));
		assertThat(List.copyOf(ours.bodyCss().entrySet())).isEqualTo(List.copyOf(gradio.bodyCss().entrySet()));
		// the hash holds the rest of the text: fonts, selectors, line breaks
		assertThat(ours).isEqualTo(gradio);
		assertThat(Theme.named(name)).isEqualTo(theme);
	}

	static Stream<Arguments> themes() {
		return Stream.of(Arguments.of("base", Theme.base()), Arguments.of("default", Theme.defaults()),
				Arguments.of("soft", Theme.soft()), Arguments.of("monochrome", Theme.monochrome()),
				Arguments.of("glass", Theme.glass()), Arguments.of("origin", Theme.origin()),
				Arguments.of("citrus", Theme.citrus()), Arguments.of("ocean", Theme.ocean()));
	}

	@Test
	void theNamesAreThoseOfTheRecordings() {
		assertThat(Theme.names()).containsExactlyElementsOf(themes().map((theme) -> (String) theme.get()[0]).toList());
	}

	@Test
	void aNameMayBeInUpperCase() {
		assertThat(Theme.named("Soft")).isEqualTo(Theme.soft());
	}

	@Test
	void anUnknownNameIsAnsweredWithTheKnownOnes() {
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.named("neon"))
			.withMessage("No theme 'neon', only base, default, soft, monochrome, glass, origin, citrus, ocean");
	}

	@Test
	void aChangeLeavesTheThemeItself() {
		Theme soft = Theme.soft();
		Theme changed = soft.set("slider_color", "red");
		assertThat(soft).isEqualTo(Theme.soft());
		assertThat(changed).isNotEqualTo(soft).isEqualTo(Theme.soft().set("slider_color", "red"));
		assertThat(changed).hasSameHashCodeAs(Theme.soft().set("slider_color", "red"));
		assertThat(changed.css()).contains("--slider-color: red;");
		assertThat(soft.css()).doesNotContain("--slider-color: red;");
	}

	@Test
	void theLaterChangeWins() {
		assertThat(Theme.base().set("primary_500", "red").withPrimaryHue("blue")).isEqualTo(Theme.base());
		assertThat(Theme.base().withPrimaryHue("lime").set("primary_500", "red").css()).contains("--primary-500: red;")
			.contains("--primary-600: " + Hue.LIME.shades().get(6) + ";");
	}

	@Test
	void everyVariableCanBeSetForBothModes() {
		assertThat(Theme.base().variables()).hasSize(219)
			.contains("button_primary_background_fill", "neutral_950", "radius_xxl", "font_mono")
			.allSatisfy((variable) -> {
				Theme changed = Theme.base().set(variable, "light").set(variable + "_dark", "dark");
				ThemeRecording rendered = ThemeRecording.of(changed);
				String css = variable.replace('_', '-');
				assertThat(rendered.light()).containsEntry(css, "light");
				assertThat(rendered.dark()).containsEntry(css, "dark");
			});
	}

	@Test
	void anUnknownVariableIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.base().set("buton_color_dark", "red"))
			.withMessage("A theme has no variable 'buton_color'");
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.base().set("name", "mine"));
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.base().sameInDark("slider_color_dark_dark"));
	}

	@Test
	void valuesThatGradioRefusesAreRefused() {
		Theme theme = Theme.base();
		assertThatIllegalArgumentException().isThrownBy(() -> theme.set("slider_color", "*color_accent_soft_dark"))
			.withMessageContaining("without _dark");
		assertThatIllegalArgumentException().isThrownBy(() -> theme.set("slider_color_dark", "1px *slider_color"))
			.withMessageContaining("sameInDark(\"slider_color\")");
		assertThatIllegalArgumentException().isThrownBy(() -> theme.set("slider_color", " "))
			.withMessageContaining("slider_color");
	}

	@Test
	void aLightVariableThatIsReferredToFromDarkModeGivesItsLightValueIfItHasNoDarkOne() {
		Theme theme = Theme.base().set("body_text_color_dark", "*slider_color").set("slider_color", "red");
		assertThat(theme.bodyCss()).containsEntry("body_text_color_dark", "red");
	}

	@Test
	void aCircleOfManyReferencesEnds() {
		Theme theme = Theme.base()
			.set("body_text_color", "*slider_color *slider_color")
			.set("slider_color", "*body_text_color *body_text_color");
		assertThat(theme.bodyCss()).hasEntrySatisfying("body_text_color", (color) -> assertThat(color).isBlank());
	}

	@Test
	void bodyCssIsReadOnly() {
		Map<String, String> css = Theme.base().bodyCss();
		assertThat(css).isUnmodifiable();
	}

}
