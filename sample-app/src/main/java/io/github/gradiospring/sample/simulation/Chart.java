package io.github.gradiospring.sample.simulation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A line through the estimates, and the expected value as dashes. Without letters, since
 * a server may have no fonts.
 */
final class Chart {

	private static final int WIDTH = 640;

	private static final int HEIGHT = 320;

	private static final int MARGIN = 20;

	/**
	 * How far the chart reaches up and down at least, as a share of the expected value.
	 */
	private static final double MIN_REACH = 0.1;

	private final double expected;

	private final int capacity;

	private final List<Double> estimates = new ArrayList<>();

	Chart(double expected, int capacity) {
		this.expected = expected;
		this.capacity = capacity;
	}

	BufferedImage add(double estimate) {
		this.estimates.add(estimate);
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, WIDTH, HEIGHT);
		drawExpected(graphics);
		drawEstimates(graphics);
		graphics.dispose();
		return image;
	}

	private void drawExpected(Graphics2D graphics) {
		if (Double.isFinite(this.expected)) {
			graphics.setColor(new Color(0x9A3412));
			graphics.setStroke(
					new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] { 8, 6 }, 0));
			graphics.draw(new Line2D.Double(MARGIN, y(this.expected), WIDTH - MARGIN, y(this.expected)));
		}
	}

	private void drawEstimates(Graphics2D graphics) {
		graphics.setColor(new Color(0x1D4ED8));
		graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		for (int i = 0; i < this.estimates.size(); i++) {
			int before = Math.max(0, i - 1);
			graphics.draw(new Line2D.Double(x(before), y(this.estimates.get(before)), x(i), y(this.estimates.get(i))));
		}
	}

	private double x(int index) {
		return MARGIN + (WIDTH - 2.0 * MARGIN) * index / (this.capacity - 1);
	}

	// The expected value is half-way up, and there is room for the estimate farthest off.
	private double y(double value) {
		double middle = Double.isFinite(this.expected) ? this.expected : Collections.max(this.estimates) / 2;
		double reach = MIN_REACH * middle;
		for (double estimate : this.estimates) {
			reach = Math.max(reach, Math.abs(estimate - middle));
		}
		double above = (reach > 0) ? (value - middle) / reach : 0;
		return HEIGHT / 2.0 - (HEIGHT / 2.0 - MARGIN) * above;
	}

}
