package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Describes an input of an endpoint. Without it a parameter is an input under its own
 * name, without a default.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioParam {

	/** Stands for no default, since an empty text is one. */
	String NO_DEFAULT = "\n\t\t\n\t\t\n\uE000\uE001\uE002\n\t\t\t\t\n";

	/**
	 * Alias for {@link #name}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name on the wire; the parameter's name by default.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * The label that users see; the name by default.
	 * @return the label
	 */
	String label() default "";

	/**
	 * What the value means, for documentation and tools, and for the page, which shows it
	 * with the component.
	 * @return the description
	 */
	String description() default "";

	/**
	 * The default as text: plain for text, numbers, booleans, enums, dates and colours,
	 * JSON for all else.
	 * @return the default
	 */
	String defaultValue() default NO_DEFAULT;

}
