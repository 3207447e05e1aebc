package io.github.gradiospring.sample.picture;

/** Arithmetic on colours, each an {@code int} of alpha, red, green and blue. */
final class Rgb {

	private Rgb() {
	}

	static int of(int alpha, double red, double green, double blue) {
		return alpha << 24 | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
	}

	static int alpha(int color) {
		return color >>> 24;
	}

	static int red(int color) {
		return color >> 16 & 0xFF;
	}

	static int green(int color) {
		return color >> 8 & 0xFF;
	}

	static int blue(int color) {
		return color & 0xFF;
	}

	/** How bright the colour looks, from 0 to 255 (the weights of ITU-R BT.601). */
	static double brightness(int color) {
		return 0.299 * red(color) + 0.587 * green(color) + 0.114 * blue(color);
	}

	static int gray(int color) {
		double brightness = brightness(color);
		return of(alpha(color), brightness, brightness, brightness);
	}

	/** A grey, warmed: more red and less blue than the brightness asks for. */
	static int sepia(int color) {
		double brightness = brightness(color);
		return of(alpha(color), brightness * 1.15 + 15, brightness * 0.98 + 8, brightness * 0.75);
	}

	/** From {@code color} at share 0 to {@code other} at share 1. */
	static int mix(int color, int other, double share) {
		return of(alpha(color), between(red(color), red(other), share), between(green(color), green(other), share),
				between(blue(color), blue(other), share));
	}

	private static double between(int value, int other, double share) {
		return value + (other - value) * share;
	}

	private static int clamp(double value) {
		return (int) Math.max(0, Math.min(255, Math.round(value)));
	}

}
