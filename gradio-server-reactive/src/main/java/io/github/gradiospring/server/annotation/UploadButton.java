package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes a file, or a list or an array of files, with a button.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface UploadButton {

	/**
	 * What is on the button.
	 * @return the label, empty for that of the parameter or result
	 */
	String label() default "Upload a File";

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

	/**
	 * The files that are accepted: extensions such as {@code .pdf}, or groups such as
	 * {@code image}.
	 * @return the types, any file by default
	 */
	String[] types() default {};

}
