package io.github.gradiospring.sample.picture;

import java.awt.image.BufferedImage;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SquareMeansTests {

	private final Pixels pixels = noise(9, 7);

	private final SquareMeans means = new SquareMeans(this.pixels);

	@Test
	void equalsTheMeanOfThePixels() {
		for (int y = -2; y < 7; y++) {
			for (int x = -2; x < 9; x++) {
				assertThat(this.means.mean(x, y, 3)).isEqualTo(slowMean(x, y, 3));
			}
		}
	}

	@Test
	void sumsMayOverflow() {
		// 3000 x 3000 white pixels sum up to more than an int can hold.
		Pixels white = Pixels.of(new BufferedImage(3000, 3000, BufferedImage.TYPE_INT_RGB)).map((x, y) -> 0xFFFFFFFF);
		assertThat(new SquareMeans(white).mean(2900, 2900, 100)).isEqualTo(0xFFFFFFFF);
	}

	private int slowMean(int left, int top, int size) {
		double red = 0;
		double green = 0;
		double blue = 0;
		int area = 0;
		for (int y = Math.max(0, top); y < Math.min(this.pixels.height(), top + size); y++) {
			for (int x = Math.max(0, left); x < Math.min(this.pixels.width(), left + size); x++) {
				red += Rgb.red(this.pixels.at(x, y));
				green += Rgb.green(this.pixels.at(x, y));
				blue += Rgb.blue(this.pixels.at(x, y));
				area++;
			}
		}
		return Rgb.of(255, red / area, green / area, blue / area);
	}

	private static Pixels noise(int width, int height) {
		Random random = new Random(1);
		return Pixels.of(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB))
			.map((x, y) -> 0xFF000000 | random.nextInt(0x1000000));
	}

}
