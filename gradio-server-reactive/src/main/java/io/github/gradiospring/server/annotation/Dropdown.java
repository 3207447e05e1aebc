package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Shows a choice, or with a collection several choices, in a Dropdown; this is the
 * default for enums with more than four constants. Text needs {@link #choices}.
 * <p>
 * As in Gradio a single choice starts with the first one, which callers may then leave
 * out, unless the value is nullable or has a default.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Dropdown {

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

	/**
	 * Whether other values than the choices are accepted; only for text.
	 * @return whether other values are accepted
	 */
	boolean allowCustomValue() default false;

	/**
	 * Whether typing filters the choices.
	 * @return whether typing filters
	 */
	boolean filterable() default true;

}
