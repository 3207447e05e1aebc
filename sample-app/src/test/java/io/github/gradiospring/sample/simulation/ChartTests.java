package io.github.gradiospring.sample.simulation;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTests {

	private static final int EXPECTED = 0xFF9A3412;

	private static final int ESTIMATE = 0xFF1D4ED8;

	@Test
	void theExpectedValueIsHalfWayUp() {
		BufferedImage image = new Chart(5, 10).add(2);
		assertThat(rowsOf(image, EXPECTED)).contains(image.getHeight() / 2);
	}

	@Test
	void theEstimateMovesFromBelowToAbove() {
		Chart chart = new Chart(5, 2);
		assertThat(rowsOf(chart.add(2), ESTIMATE)).isNotEmpty().allMatch((row) -> row > 170);
		assertThat(rowsOf(chart.add(8), ESTIMATE)).anyMatch((row) -> row < 150);
	}

	@Test
	void withoutAnExpectedValueThereAreNoDashes() {
		BufferedImage image = new Chart(Double.POSITIVE_INFINITY, 2).add(3);
		assertThat(rowsOf(image, EXPECTED)).isEmpty();
		assertThat(rowsOf(image, ESTIMATE)).isNotEmpty();
	}

	private static List<Integer> rowsOf(BufferedImage image, int color) {
		return IntStream.range(0, image.getHeight())
			.filter((y) -> IntStream.range(0, image.getWidth()).anyMatch((x) -> image.getRGB(x, y) == color))
			.boxed()
			.toList();
	}

}
