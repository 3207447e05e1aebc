package io.github.gradiospring.sample.picture;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;

/** A picture as one colour per pixel, row by row. Never changes. */
final class Pixels {

	private final int width;

	private final int height;

	private final int[] colors;

	private Pixels(int width, int height, int[] colors) {
		this.width = width;
		this.height = height;
		this.colors = colors;
	}

	static Pixels of(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
	}

	BufferedImage toImage() {
		BufferedImage image = new BufferedImage(this.width, this.height, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, this.width, this.height, this.colors, 0, this.width);
		return image;
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	/** The colour at a place; beyond the border, that of the nearest pixel. */
	int at(int x, int y) {
		int column = Math.max(0, Math.min(this.width - 1, x));
		int row = Math.max(0, Math.min(this.height - 1, y));
		return this.colors[row * this.width + column];
	}

	/** A picture whose colour at each place is what the operator says. */
	Pixels map(IntBinaryOperator colorAt) {
		int[] mapped = new int[this.colors.length];
		for (int y = 0; y < this.height; y++) {
			for (int x = 0; x < this.width; x++) {
				mapped[y * this.width + x] = colorAt.applyAsInt(x, y);
			}
		}
		return new Pixels(this.width, this.height, mapped);
	}

}
