package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how a list of {@code DialogueLine} is shown.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Dialogue {

	/**
	 * Who can speak.
	 * @return the speakers, empty for anybody
	 */
	String[] speakers() default {};

	/**
	 * Marks that a line can have, such as {@code (laughs)}, which the user is offered
	 * after a colon.
	 * @return the tags
	 */
	String[] tags() default {};

	/**
	 * What an empty dialogue shows.
	 * @return the placeholder
	 */
	String placeholder() default "";

}
