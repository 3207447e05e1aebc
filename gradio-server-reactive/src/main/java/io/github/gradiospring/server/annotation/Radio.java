package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Shows a choice as radio buttons, which is the default for enums with up to four
 * constants. Other values than the choices are refused. Text needs {@link #value
 * choices}.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Radio {

	/**
	 * Alias for {@link #choices}.
	 * @return the choices
	 */
	@AliasFor("choices")
	String[] value() default {};

	/**
	 * The choices as callers send them, in order. An enum has them already.
	 * @return the choices
	 */
	@AliasFor("value")
	String[] choices() default {};

	/**
	 * What users see instead of the choices, in the same order; by default the choices
	 * themselves.
	 * @return the labels
	 */
	String[] labels() default {};

}
