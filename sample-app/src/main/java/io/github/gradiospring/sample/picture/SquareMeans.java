package io.github.gradiospring.sample.picture;

import java.util.function.IntUnaryOperator;

/**
 * Mean colours of rectangles at a cost that does not grow with their size: each table
 * keeps the sum of all that is above and to the left, so four look-ups make a rectangle.
 */
final class SquareMeans {

	private final Pixels pixels;

	private final int[] reds;

	private final int[] greens;

	private final int[] blues;

	SquareMeans(Pixels pixels) {
		this.pixels = pixels;
		this.reds = sums(Rgb::red);
		this.greens = sums(Rgb::green);
		this.blues = sums(Rgb::blue);
	}

	/**
	 * The mean colour of a square, or of what of it is inside the picture.
	 * @param left the first column
	 * @param top the first row
	 * @param size how many rows and columns
	 * @return the mean, opaque
	 */
	int mean(int left, int top, int size) {
		int x1 = Math.max(0, left);
		int y1 = Math.max(0, top);
		int x2 = Math.min(this.pixels.width(), left + size);
		int y2 = Math.min(this.pixels.height(), top + size);
		double area = (double) (x2 - x1) * (y2 - y1);
		return Rgb.of(255, sum(this.reds, x1, y1, x2, y2) / area, sum(this.greens, x1, y1, x2, y2) / area,
				sum(this.blues, x1, y1, x2, y2) / area);
	}

	// The sums overflow in large pictures, their differences do not.
	private int sum(int[] sums, int x1, int y1, int x2, int y2) {
		int stride = this.pixels.width() + 1;
		return sums[y2 * stride + x2] - sums[y1 * stride + x2] - sums[y2 * stride + x1] + sums[y1 * stride + x1];
	}

	private int[] sums(IntUnaryOperator channel) {
		int stride = this.pixels.width() + 1;
		int[] sums = new int[stride * (this.pixels.height() + 1)];
		for (int y = 1; y <= this.pixels.height(); y++) {
			int row = 0;
			for (int x = 1; x < stride; x++) {
				row += channel.applyAsInt(this.pixels.at(x - 1, y - 1));
				sums[y * stride + x] = sums[(y - 1) * stride + x] + row;
			}
		}
		return sums;
	}

}
