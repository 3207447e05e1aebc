package io.github.gradiospring.server.component;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import io.github.gradiospring.server.component.AnnotatedImage.Region;

/**
 * Paints regions of an image as Gradio does: a region is a transparent picture of one
 * colour. A box is half transparent and has an opaque border.
 *
 * @param width the width of the image in pixels
 * @param height the height of the image in pixels
 */
record RegionPainter(int width, int height) {

	private static final int BORDER = 3;

	private static final int OPAQUE = 0xff;

	private static final int HALF = 0x7f;

	/**
	 * Paints a region.
	 * @param region a box or a mask
	 * @param rgb the colour
	 * @return the picture as PNG
	 */
	byte[] png(Region region, int rgb) {
		return ImageForm.png((region instanceof Region.Box box) ? paint(box, rgb) : paint((Region.Mask) region, rgb));
	}

	private BufferedImage paint(Region.Box box, int rgb) {
		BufferedImage picture = new BufferedImage(this.width, this.height, BufferedImage.TYPE_INT_ARGB);
		int right = Math.min(box.right(), this.width);
		int bottom = Math.min(box.bottom(), this.height);
		for (int y = Math.max(box.top(), 0); y < bottom; y++) {
			for (int x = Math.max(box.left(), 0); x < right; x++) {
				boolean border = x < box.left() + BORDER || x >= box.right() - BORDER || y < box.top() + BORDER
						|| y >= box.bottom() - BORDER;
				picture.setRGB(x, y, argb(border ? OPAQUE : HALF, rgb));
			}
		}
		return picture;
	}

	private BufferedImage paint(Region.Mask mask, int rgb) {
		float[][] rows = mask.confidences();
		if (rows.length != this.height || Arrays.stream(rows).anyMatch((row) -> row.length != this.width)) {
			throw new IllegalArgumentException(
					"A mask does not have the size of its image, " + this.width + " x " + this.height + " pixels.");
		}
		BufferedImage picture = new BufferedImage(this.width, this.height, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < this.height; y++) {
			for (int x = 0; x < this.width; x++) {
				float confidence = Math.min(rows[y][x], 1);
				if (confidence > 0) {
					picture.setRGB(x, y, argb((int) (confidence * OPAQUE), rgb));
				}
			}
		}
		return picture;
	}

	private static int argb(int alpha, int rgb) {
		return alpha << 24 | rgb & 0xffffff;
	}

}
