package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how a map from names to {@code ParamDoc} is shown.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface ParamViewer {

	/**
	 * The language in which types are coloured: {@code python} or {@code typescript}.
	 * @return the language
	 */
	String language() default "python";

	/**
	 * The title.
	 * @return the title, empty for none
	 */
	String header() default "Parameters";

	/**
	 * Names of types that become links to the part of the page with that name.
	 * @return the names
	 */
	String[] linkify() default {};

}
