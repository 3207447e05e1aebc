package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how an {@code AnnotatedImage} is shown.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface ImageAnnotations {

	/**
	 * Whether a legend shows the labels.
	 * @return whether there is a legend
	 */
	boolean showLegend() default true;

	/**
	 * The height in pixels.
	 * @return the height, 0 for that of the image
	 */
	int height() default 0;

	/**
	 * The colours of labels; other labels have colours that the frontend chooses.
	 * @return the colours
	 */
	LabelColor[] colors() default {};

	/** The colour of a label. */
	@Target({})
	@interface LabelColor {

		/**
		 * The label.
		 * @return the label
		 */
		String label();

		/**
		 * The colour.
		 * @return the colour, such as {@code #ff0000}
		 */
		String color();

	}

}
