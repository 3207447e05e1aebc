package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows two images over each other with a slider between them. The value is an
 * {@code ImagePair}.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface ImageSlider {

	/**
	 * Where the slider is at first.
	 * @return the position from the left, from 0 to 100
	 */
	double position() default 50;

	/**
	 * The largest height in pixels.
	 * @return the height
	 */
	int maxHeight() default 500;

	/**
	 * How many pixels an image may have that is decoded into a {@code BufferedImage}.
	 * @return the largest width times height
	 */
	long maxPixels() default 50_000_000;

}
