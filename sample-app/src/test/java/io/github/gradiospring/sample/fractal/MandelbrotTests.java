package io.github.gradiospring.sample.fractal;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.github.gradiospring.sample.support.RecordedProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MandelbrotTests {

	private static final int BLACK = 0xFF000000;

	private final RecordedProgress progress = new RecordedProgress();

	@Test
	void everyPictureIsFinerThanTheOneBefore() {
		List<BufferedImage> pictures = render(Palette.FIRE).toList();
		assertThat(pictures).extracting(MandelbrotTests::squareSize).containsExactly(16, 8, 4, 2, 1);
	}

	@Test
	void theLastPictureIsThatOfThePixels() {
		BufferedImage last = render(Palette.TWILIGHT).reduce((before, after) -> after).orElseThrow();
		View view = new View(-0.75, 0, 0, 100, Palette.TWILIGHT);
		for (int y = 0; y < Canvas.HEIGHT; y += 7) {
			for (int x = 0; x < Canvas.WIDTH; x += 7) {
				assertThat(last.getRGB(x, y)).isEqualTo(BLACK | view.color(x, y, Canvas.WIDTH, Canvas.HEIGHT));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void membersAreBlackAndOthersAreNot(Palette palette) {
		BufferedImage picture = render(palette).findFirst().orElseThrow();
		// -0.75 and -1 are members, the corner is far outside.
		assertThat(picture.getRGB(Canvas.WIDTH / 2, Canvas.HEIGHT / 2)).isEqualTo(BLACK);
		assertThat(picture.getRGB(Canvas.WIDTH / 2 - 44, Canvas.HEIGHT / 2)).isEqualTo(BLACK);
		assertThat(picture.getRGB(0, 0)).isNotEqualTo(BLACK);
	}

	@Test
	void progressGrowsToOne() {
		render(Palette.SILVER).forEach((picture) -> assertThat(picture).isNotNull());
		assertThat(this.progress.fractions()).isSorted().endsWith(1.0).allMatch((fraction) -> fraction > 0);
	}

	@Test
	void picturesAreRenderedOnDemand() {
		render(Palette.SILVER).limit(1).forEach((picture) -> assertThat(picture).isNotNull());
		assertThat(this.progress.fractions()).hasSize(Canvas.HEIGHT / 16);
	}

	@Test
	void stopsWhenInterrupted() {
		Stream<BufferedImage> pictures = render(Palette.SILVER);
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(CancellationException.class).isThrownBy(pictures::toList);
		}
		finally {
			Thread.interrupted();
		}
	}

	private Stream<BufferedImage> render(Palette palette) {
		return new Mandelbrot().mandelbrot(-0.75, 0, 0, 100, palette, this.progress);
	}

	/** The side of the largest squares that the picture consists of. */
	private static int squareSize(BufferedImage picture) {
		int size = 32;
		while (!consistsOf(size, picture)) {
			size /= 2;
		}
		return size;
	}

	private static boolean consistsOf(int size, BufferedImage picture) {
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				if (picture.getRGB(x, y) != picture.getRGB(x - x % size, y - y % size)) {
					return false;
				}
			}
		}
		return true;
	}

}
