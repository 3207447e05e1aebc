package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Describes an output of an endpoint: on a method its result, on a component of a record
 * of results that result.
 */
@Target({ ElementType.METHOD, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioOutput {

	/**
	 * Alias for {@link #label}.
	 * @return the label
	 */
	@AliasFor("label")
	String value() default "";

	/**
	 * The label that users see; {@code output} by default, and the component's name in a
	 * record.
	 * @return the label
	 */
	@AliasFor("value")
	String label() default "";

	/**
	 * What the value means, for documentation and tools, and for the page, which shows it
	 * with the component.
	 * @return the description
	 */
	String description() default "";

}
