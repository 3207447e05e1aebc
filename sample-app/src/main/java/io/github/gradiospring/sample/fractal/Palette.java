package io.github.gradiospring.sample.fractal;

import java.awt.Color;

import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/** How the speed of escape becomes a colour. */
@EnumNaming(LowerCamelCaseStrategy.class)
enum Palette {

	/** Dark blue over white to orange. */
	TWILIGHT(new Color(0x0A1A5E), new Color(0x2E77C9), new Color(0xF4F7F0), new Color(0xF2A93B), new Color(0x30120B)),

	/** From ember to white heat. */
	FIRE(new Color(0x140508), new Color(0x8E1A0E), new Color(0xF07C1D), new Color(0xFFE9A8), new Color(0x5A1208)),

	/** Shades of grey. */
	SILVER(new Color(0x101010), new Color(0xF2F2F2));

	private final Color[] stops;

	Palette(Color... stops) {
		this.stops = stops;
	}

	/**
	 * The colour at a position of an endless cycle of length 1.
	 * @param position the position, 0 or more
	 * @return the colour
	 */
	int color(double position) {
		double scaled = position % 1 * this.stops.length;
		int index = (int) scaled;
		Color from = this.stops[index];
		Color to = this.stops[(index + 1) % this.stops.length];
		double share = scaled - index;
		return mix(from.getRed(), to.getRed(), share) << 16 | mix(from.getGreen(), to.getGreen(), share) << 8
				| mix(from.getBlue(), to.getBlue(), share);
	}

	private static int mix(int from, int to, double share) {
		return (int) Math.round(from + (to - from) * share);
	}

}
