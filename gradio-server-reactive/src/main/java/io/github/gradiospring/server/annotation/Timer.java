package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a timer of the page: a number in seconds or a {@code Duration}. The page ticks in
 * this interval.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Timer {

	/**
	 * The interval at first.
	 * @return the seconds
	 */
	double value() default 1;

	/**
	 * Whether the timer runs at first.
	 * @return whether it ticks
	 */
	boolean active() default true;

}
