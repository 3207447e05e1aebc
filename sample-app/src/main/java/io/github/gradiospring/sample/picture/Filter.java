package io.github.gradiospring.sample.picture;

import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/** What can be done to a picture; callers see a choice for each. */
@EnumNaming(LowerCamelCaseStrategy.class)
enum Filter {

	/** Shades of grey, mixed with the colours when weak. */
	GRAYSCALE {
		@Override
		Pixels apply(Pixels pixels, int strength) {
			return pixels.map((x, y) -> Rgb.mix(pixels.at(x, y), Rgb.gray(pixels.at(x, y)), strength / 10.0));
		}
	},

	/** The brown of old photographs, mixed with the colours when weak. */
	SEPIA {
		@Override
		Pixels apply(Pixels pixels, int strength) {
			return pixels.map((x, y) -> Rgb.mix(pixels.at(x, y), Rgb.sepia(pixels.at(x, y)), strength / 10.0));
		}
	},

	/**
	 * The mean of each pixel's neighbourhood, taken twice, which looks like a soft lens.
	 */
	BLUR {
		@Override
		Pixels apply(Pixels pixels, int strength) {
			return mean(mean(pixels, strength), strength);
		}

		private static Pixels mean(Pixels pixels, int radius) {
			SquareMeans means = new SquareMeans(pixels);
			return pixels.map((x, y) -> means.mean(x - radius, y - radius, 2 * radius + 1));
		}
	},

	/** Bright where the brightness changes: the Sobel operator. */
	EDGES {
		@Override
		Pixels apply(Pixels pixels, int strength) {
			return pixels.map((x, y) -> {
				double horizontal = column(pixels, x + 1, y) - column(pixels, x - 1, y);
				double vertical = row(pixels, x, y + 1) - row(pixels, x, y - 1);
				double edge = Math.hypot(horizontal, vertical) * strength / 10;
				return Rgb.of(255, edge, edge, edge);
			});
		}

		private static double column(Pixels pixels, int x, int y) {
			return Rgb.brightness(pixels.at(x, y - 1)) + 2 * Rgb.brightness(pixels.at(x, y))
					+ Rgb.brightness(pixels.at(x, y + 1));
		}

		private static double row(Pixels pixels, int x, int y) {
			return Rgb.brightness(pixels.at(x - 1, y)) + 2 * Rgb.brightness(pixels.at(x, y))
					+ Rgb.brightness(pixels.at(x + 1, y));
		}
	},

	/** Squares of one colour each. */
	PIXELATE {
		@Override
		Pixels apply(Pixels pixels, int strength) {
			int size = 4 * strength;
			SquareMeans means = new SquareMeans(pixels);
			return pixels.map((x, y) -> means.mean(x - x % size, y - y % size, size));
		}
	};

	/**
	 * Applies the filter.
	 * @param pixels the picture
	 * @param strength how much, from 1 to 10
	 * @return a new picture of the same size
	 */
	abstract Pixels apply(Pixels pixels, int strength);

}
