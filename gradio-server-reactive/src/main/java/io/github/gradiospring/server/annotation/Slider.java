package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a number in a Slider. Numbers outside of the range are refused. Without a default
 * the slider starts at the minimum, which callers may then leave out.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Slider {

	/**
	 * The smallest number.
	 * @return the minimum
	 */
	double minimum() default 0;

	/**
	 * The largest number.
	 * @return the maximum
	 */
	double maximum() default 100;

	/**
	 * The distance between two positions; by default 1 for integers, else a hundredth of
	 * the range or somewhat less, a power of ten.
	 * @return the step, 0 for the default
	 */
	double step() default 0;

	/**
	 * How many decimals are kept, both ways, rounded half to even. By default none for
	 * integers and all for other numbers.
	 * @return the decimals, -1 for the default
	 */
	int precision() default -1;

}
