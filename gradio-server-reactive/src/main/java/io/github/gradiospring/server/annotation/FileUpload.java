package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets which files are accepted. The types that stand for files are {@code FileData},
 * {@code Path}, {@code File}, {@code Resource} and {@code byte[]}, and lists and arrays
 * of them.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface FileUpload {

	/**
	 * Extensions such as {@code .pdf}, or groups such as {@code image}, {@code audio},
	 * {@code video} and {@code text}; any file by default.
	 * @return the types
	 */
	String[] types() default {};

}
