package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a file as an image, which is the default for {@code BufferedImage}.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Image {

	/**
	 * Where a page takes the image from, in order.
	 * @return the sources
	 */
	String[] sources() default { "upload", "webcam", "clipboard" };

	/**
	 * How many pixels an image may have that is decoded into a {@code BufferedImage}. It
	 * keeps a small file from filling the memory; each pixel takes up to four bytes, or
	 * eight with 16 bits per channel.
	 * @return the largest width times height
	 */
	long maxPixels() default 50_000_000;

}
