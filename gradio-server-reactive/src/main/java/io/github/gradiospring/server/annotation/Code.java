package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows text in a Code editor.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Code {

	/**
	 * The language for colours, such as {@code python}, {@code json} or {@code sql}; none
	 * by default.
	 * @return the language
	 */
	String language() default "";

	/**
	 * How many lines are shown at least.
	 * @return the lines
	 */
	int lines() default 5;

}
