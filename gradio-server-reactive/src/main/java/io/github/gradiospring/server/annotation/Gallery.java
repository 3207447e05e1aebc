package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a list of images and videos as a gallery: files, {@code BufferedImage}s, or
 * {@code GalleryItem}s, which have captions. It is the default for lists and arrays of
 * the last two.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Gallery {

	/**
	 * How many items are in a row.
	 * @return the number of columns
	 */
	int columns() default 2;

	/**
	 * How many rows are shown without scrolling.
	 * @return the number of rows, 0 for as many as there are
	 */
	int rows() default 0;

	/**
	 * The height in pixels.
	 * @return the height, 0 for that of the content
	 */
	int height() default 0;

	/**
	 * How an image fills its place: {@code contain}, {@code cover}, {@code fill},
	 * {@code none} or {@code scale-down}.
	 * @return the fit, empty for that of the frontend
	 */
	String objectFit() default "";

	/**
	 * The files that are accepted: extensions such as {@code .png}, or groups such as
	 * {@code image}.
	 * @return the types, any file by default
	 */
	String[] types() default {};

	/**
	 * Where a page takes items from: {@code upload}, {@code webcam} and
	 * {@code clipboard}.
	 * @return the sources
	 */
	String[] sources() default { "upload" };

	/**
	 * How many pixels an image may have that is decoded into a {@code BufferedImage}.
	 * @return the largest width times height
	 */
	long maxPixels() default 50_000_000;

}
