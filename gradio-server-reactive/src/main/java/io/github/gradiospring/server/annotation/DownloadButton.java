package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a file for download with a button.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface DownloadButton {

	/**
	 * What is on the button.
	 * @return the label, empty for that of the parameter or result
	 */
	String label() default "Download";

	/**
	 * The look: {@code primary}, {@code secondary}, {@code stop} or {@code huggingface}.
	 * @return the variant
	 */
	String variant() default "secondary";

	/**
	 * The size: {@code sm}, {@code md} or {@code lg}.
	 * @return the size
	 */
	String size() default "lg";

}
