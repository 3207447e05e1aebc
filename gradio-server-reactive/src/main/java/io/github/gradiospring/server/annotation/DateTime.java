package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how a date is read and shown.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface DateTime {

	/**
	 * The time zone of dates that come and go without one, such as {@code Europe/Rome};
	 * the system's by default. Only for types with a zone or an instant.
	 * @return the time zone
	 */
	String timezone() default "";

}
