package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.file.FileData;

/**
 * An image with labelled regions, shown in an AnnotatedImage.
 *
 * <pre>
 * AnnotatedImage.of(photo).box("cat", 10, 20, 110, 90).mask("sky", confidences)
 * </pre>
 *
 * @param <T> the type that stands for the image: {@code BufferedImage}, {@code FileData},
 * {@code Path}, {@code File}, {@code Resource} or {@code byte[]}
 * @param image the image
 * @param annotations the regions, from back to front
 */
public record AnnotatedImage<T>(T image, List<Annotation> annotations) {

	public AnnotatedImage {
		annotations = List.copyOf(annotations);
	}

	/**
	 * An image without regions.
	 * @param <T> the type that stands for the image
	 * @param image the image
	 * @return the annotated image
	 */
	public static <T> AnnotatedImage<T> of(T image) {
		return new AnnotatedImage<>(image, List.of());
	}

	/**
	 * The same image with a box more.
	 * @param label what is in the box
	 * @param left the first column of pixels, from 0
	 * @param top the first row of pixels, from 0
	 * @param right the column after the last one
	 * @param bottom the row after the last one
	 * @return a copy
	 */
	public AnnotatedImage<T> box(String label, int left, int top, int right, int bottom) {
		return with(label, new Region.Box(left, top, right, bottom));
	}

	/**
	 * The same image with a mask more.
	 * @param label what the mask covers
	 * @param confidences the rows of the mask, one number from 0 to 1 per pixel
	 * @return a copy
	 */
	public AnnotatedImage<T> mask(String label, float[][] confidences) {
		return with(label, new Region.Mask(confidences));
	}

	private AnnotatedImage<T> with(String label, Region region) {
		List<Annotation> more = new ArrayList<>(this.annotations);
		more.add(new Annotation(label, region));
		return new AnnotatedImage<>(this.image, more);
	}

	/**
	 * A region with its label.
	 *
	 * @param label what is there
	 * @param region the region
	 */
	public record Annotation(String label, Region region) {

	}

	/** A part of an image. */
	public sealed interface Region {

		/**
		 * A rectangle.
		 *
		 * @param left the first column of pixels, from 0
		 * @param top the first row of pixels, from 0
		 * @param right the column after the last one
		 * @param bottom the row after the last one
		 */
		record Box(int left, int top, int right, int bottom) implements Region {

		}

		/**
		 * A confidence per pixel.
		 *
		 * @param confidences the rows of the mask, one number from 0 to 1 per pixel
		 */
		record Mask(float[][] confidences) implements Region {

		}

		/**
		 * A picture that is laid over the image, as regions come in from a caller.
		 *
		 * @param file the picture, transparent where the region is not
		 */
		record Picture(FileData file) implements Region {

		}

	}

}
