package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a number in a Number field, which is the default for numbers, with these
 * properties. On an {@code Object} it lets every value pass as it comes. Bounds are
 * checked for each call; those of Bean Validation need not be repeated here.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface NumberBox {

	/**
	 * The smallest number that is accepted; none by default.
	 * @return the minimum
	 */
	double minimum() default Double.NEGATIVE_INFINITY;

	/**
	 * The largest number that is accepted; none by default.
	 * @return the maximum
	 */
	double maximum() default Double.POSITIVE_INFINITY;

	/**
	 * How far the field's arrows go.
	 * @return the step
	 */
	double step() default 1;

	/**
	 * How many decimals are kept, both ways, rounded half to even. By default none for
	 * integers and all for other numbers.
	 * @return the decimals, -1 for the default
	 */
	int precision() default -1;

	/**
	 * What an empty field shows.
	 * @return the placeholder
	 */
	String placeholder() default "";

}
