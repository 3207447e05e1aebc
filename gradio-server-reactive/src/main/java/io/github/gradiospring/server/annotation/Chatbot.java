package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how a list of {@code ChatMessage} is shown.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Chatbot {

	/**
	 * The height in pixels.
	 * @return the height
	 */
	int height() default 400;

	/**
	 * What an empty chat shows, in Markdown.
	 * @return the placeholder
	 */
	String placeholder() default "";

}
