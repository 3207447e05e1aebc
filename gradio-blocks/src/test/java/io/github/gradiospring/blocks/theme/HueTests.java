package io.github.gradiospring.blocks.theme;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HueTests {

	@Test
	void everyNamedHueIsAConstant() {
		assertThat(Stream.of(Hue.SLATE, Hue.GRAY, Hue.ZINC, Hue.NEUTRAL, Hue.STONE, Hue.RED, Hue.ORANGE, Hue.AMBER,
				Hue.YELLOW, Hue.LIME, Hue.GREEN, Hue.EMERALD, Hue.TEAL, Hue.CYAN, Hue.SKY, Hue.BLUE, Hue.INDIGO,
				Hue.VIOLET, Hue.PURPLE, Hue.FUCHSIA, Hue.PINK, Hue.ROSE))
			.containsExactlyElementsOf(Hue.names().stream().map(Hue::named).toList());
	}

	@Test
	void hasElevenShades() {
		assertThat(Hue.EMERALD.shades()).hasSize(11).startsWith("#ecfdf5").endsWith("#054436");
		assertThatIllegalArgumentException().isThrownBy(() -> Hue.of("short", "red", "green"))
			.withMessageContaining("eleven");
	}

	@Test
	void anUnknownNameIsAnsweredWithTheKnownOnes() {
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.base().withPrimaryHue("mauve"))
			.withMessageStartingWith("No hue 'mauve', only slate, gray,")
			.withMessageEndingWith("pink, rose");
	}

}
