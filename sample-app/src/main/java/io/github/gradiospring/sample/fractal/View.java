package io.github.gradiospring.sample.fractal;

/**
 * A look at a part of the complex plane.
 *
 * @param x the real part of the centre
 * @param y the imaginary part of the centre
 * @param zoom the magnification as a power of ten; at 0 the whole set is in view
 * @param iterations when to give up and call a point a member of the set
 * @param palette the colours of the others
 */
record View(double x, double y, double zoom, int iterations, Palette palette) {

	private static final double WIDTH = 3.6;

	// Far out, so that the smooth count has no visible steps.
	private static final double ESCAPE = 256;

	/**
	 * The colour of a pixel.
	 * @param column from 0 at the left
	 * @param row from 0 at the top
	 * @param width how many columns there are
	 * @param height how many rows there are
	 * @return the colour, black inside the set
	 */
	int color(int column, int row, int width, int height) {
		double step = WIDTH / Math.pow(10, this.zoom) / width;
		double escape = escape(this.x + (column - width / 2.0) * step, this.y - (row - height / 2.0) * step);
		return (escape < 0) ? 0 : this.palette.color(Math.log1p(escape) / 3);
	}

	/** How fast {@code z -> z * z + c} leaves for infinity; negative if it stays. */
	private double escape(double real, double imaginary) {
		double a = 0;
		double b = 0;
		for (int i = 0; i < this.iterations; i++) {
			double squares = a * a + b * b;
			if (squares > ESCAPE * ESCAPE) {
				return Math.max(0, i + 1 - Math.log(Math.log(squares) / 2) / Math.log(2));
			}
			double next = a * a - b * b + real;
			b = 2 * a * b + imaginary;
			a = next;
		}
		return -1;
	}

}
