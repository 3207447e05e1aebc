package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Shows several choices as checkboxes, which is the default for collections of an enum.
 * Text needs {@link #choices}.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface CheckboxGroup {

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
