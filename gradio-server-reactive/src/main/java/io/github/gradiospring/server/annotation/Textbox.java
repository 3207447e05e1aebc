package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows text in a Textbox, which is the default for text, with these properties.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Textbox {

	/**
	 * What the text is; browsers hide a password.
	 * @return the type
	 */
	Type type() default Type.TEXT;

	/**
	 * How many lines are shown at least.
	 * @return the lines
	 */
	int lines() default 1;

	/**
	 * How many lines are shown at most, 0 for no limit of its own.
	 * @return the lines
	 */
	int maxLines() default 0;

	/**
	 * How many characters a page lets users type, 0 for no limit.
	 * @return the length
	 */
	int maxLength() default 0;

	/**
	 * What an empty box shows.
	 * @return the placeholder
	 */
	String placeholder() default "";

	/** What the text of a box is. */
	enum Type {

		/** Any text. */
		TEXT,
		/** A password. */
		PASSWORD,
		/** An e-mail address. */
		EMAIL

	}

}
