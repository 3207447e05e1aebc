package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how a list of {@code HighlightedSpan} is shown.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface HighlightedText {

	/**
	 * Whether a legend shows the labels.
	 * @return whether there is a legend
	 */
	boolean showLegend() default false;

	/**
	 * Whether adjacent spans of one label are merged by the server.
	 * @return whether spans are merged
	 */
	boolean combineAdjacent() default false;

}
