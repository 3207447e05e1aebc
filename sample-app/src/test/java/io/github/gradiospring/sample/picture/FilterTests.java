package io.github.gradiospring.sample.picture;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilterTests {

	private static final int RED = 0xFFFF0000;

	private static final int BLACK = 0xFF000000;

	private static final int WHITE = 0xFFFFFFFF;

	@ParameterizedTest
	@EnumSource
	void keepsTheSize(Filter filter) {
		BufferedImage filtered = new PictureFilter().filter(image(7, 5, RED), filter, 10);
		assertThat(filtered.getWidth()).isEqualTo(7);
		assertThat(filtered.getHeight()).isEqualTo(5);
	}

	@Test
	void grayscaleTakesTheBrightness() {
		assertThat(apply(Filter.GRAYSCALE, image(1, 1, RED), 10).at(0, 0)).isEqualTo(0xFF4C4C4C);
	}

	@Test
	void weakGrayscaleKeepsSomeColor() {
		assertThat(apply(Filter.GRAYSCALE, image(1, 1, RED), 5).at(0, 0)).isEqualTo(0xFFA62626);
	}

	@Test
	void sepiaTurnsGrayToBrownAndKeepsTransparency() {
		assertThat(apply(Filter.SEPIA, image(1, 1, 0x80646464), 10).at(0, 0)).isEqualTo(0x80826A4B);
	}

	@Test
	void blurSpreadsADotEvenly() {
		BufferedImage image = image(5, 5, BLACK);
		image.setRGB(2, 2, WHITE);
		Pixels blurred = apply(Filter.BLUR, image, 1);
		// Twice the mean of 3 x 3: the dot counts 9 times of 81 in the middle, once far
		// off.
		assertThat(blurred.at(2, 2)).isEqualTo(0xFF1C1C1C);
		assertThat(blurred.at(1, 2)).isEqualTo(blurred.at(2, 3)).isEqualTo(0xFF131313);
		assertThat(blurred.at(1, 1)).isEqualTo(blurred.at(3, 3)).isEqualTo(0xFF0C0C0C);
	}

	@Test
	void edgesAreWhereTheBrightnessChanges() {
		BufferedImage image = image(6, 3, BLACK);
		for (int y = 0; y < 3; y++) {
			for (int x = 3; x < 6; x++) {
				image.setRGB(x, y, WHITE);
			}
		}
		Pixels edges = apply(Filter.EDGES, image, 10);
		assertThat(new int[] { edges.at(0, 1), edges.at(1, 1), edges.at(2, 1), edges.at(3, 1), edges.at(4, 1) })
			.containsExactly(BLACK, BLACK, WHITE, WHITE, BLACK);
	}

	@Test
	void pixelateMakesSquaresOfTheMeanColor() {
		BufferedImage image = image(8, 4, BLACK);
		image.setRGB(0, 0, WHITE);
		Pixels pixelated = apply(Filter.PIXELATE, image, 1);
		assertThat(pixelated.at(0, 0)).isEqualTo(pixelated.at(3, 3)).isEqualTo(0xFF101010);
		assertThat(pixelated.at(4, 0)).isEqualTo(BLACK);
	}

	private static Pixels apply(Filter filter, BufferedImage image, int strength) {
		return filter.apply(Pixels.of(image), strength);
	}

	private static BufferedImage image(int width, int height, int color) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		return Pixels.of(image).map((x, y) -> color).toImage();
	}

}
