package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a list of rows as a table. A row is a list, an array, a map by header, or a
 * record or another object whose properties are the columns. For lists and arrays as rows
 * this is the default.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Dataframe {

	/**
	 * The headers of the columns; by default the properties of the row's type, else
	 * numbers.
	 * @return the headers
	 */
	String[] headers() default {};

	/**
	 * The types of the columns in order, or one for all: {@code str}, {@code number},
	 * {@code bool}, {@code date}, {@code markdown}, {@code html}, {@code image} or {@code
	 * auto}.
	 * @return the types
	 */
	String[] datatype() default { "str" };

}
