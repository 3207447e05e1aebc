package io.github.gradiospring.sample.fractal;

import java.awt.image.BufferedImage;
import java.util.concurrent.CancellationException;

import io.github.gradiospring.server.endpoint.GradioProgress;

/** A picture in the making. What an earlier pass has computed, a finer one keeps. */
final class Canvas {

	static final int WIDTH = 640;

	static final int HEIGHT = 480;

	private final View view;

	private final int[] colors = new int[WIDTH * HEIGHT];

	private int known;

	Canvas(View view) {
		this.view = view;
	}

	/**
	 * Colours the picture in squares.
	 * @param size the side of a square; half of what it was in the pass before
	 * @param progress told after each row of squares
	 * @return the picture so far
	 * @throws CancellationException when the thread is interrupted
	 */
	BufferedImage refine(int size, GradioProgress progress) {
		for (int y = 0; y < HEIGHT; y += size) {
			if (Thread.currentThread().isInterrupted()) {
				throw new CancellationException();
			}
			for (int x = 0; x < WIDTH; x += size) {
				fill(x, y, size, color(x, y));
			}
			progress.report(done(size, (double) (y + size) / HEIGHT), "Squares of " + size);
		}
		this.known = size;
		return toImage();
	}

	/**
	 * The share of the pixels that are computed, {@code share} of the way into a pass.
	 */
	private double done(int size, double share) {
		double before = (this.known > 0) ? 1.0 / (this.known * this.known) : 0;
		return before + (1.0 / (size * size) - before) * share;
	}

	private int color(int x, int y) {
		boolean done = this.known > 0 && x % this.known == 0 && y % this.known == 0;
		return done ? this.colors[y * WIDTH + x] : this.view.color(x, y, WIDTH, HEIGHT);
	}

	private void fill(int x, int y, int size, int color) {
		for (int row = y; row < y + size; row++) {
			for (int column = x; column < x + size; column++) {
				this.colors[row * WIDTH + column] = color;
			}
		}
	}

	private BufferedImage toImage() {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, WIDTH, HEIGHT, this.colors, 0, WIDTH);
		return image;
	}

}
