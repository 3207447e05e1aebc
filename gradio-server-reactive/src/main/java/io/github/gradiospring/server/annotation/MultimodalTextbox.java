package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how a {@code MultimodalValue}, which is a text with files, is shown.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface MultimodalTextbox {

	/**
	 * What an empty field shows.
	 * @return the placeholder
	 */
	String placeholder() default "";

	/**
	 * The files that are accepted: extensions such as {@code .pdf}, or groups such as
	 * {@code image}.
	 * @return the types, any file by default
	 */
	String[] types() default {};

	/**
	 * Whether a page lets the user choose several files.
	 * @return whether several files can be chosen
	 */
	boolean multiple() default false;

	/**
	 * Where a page takes files from: {@code upload} and {@code microphone}.
	 * @return the sources
	 */
	String[] sources() default { "upload" };

	/**
	 * The number of lines at first.
	 * @return the lines
	 */
	int lines() default 1;

	/**
	 * The number of lines to which the field grows.
	 * @return the lines
	 */
	int maxLines() default 20;

}
