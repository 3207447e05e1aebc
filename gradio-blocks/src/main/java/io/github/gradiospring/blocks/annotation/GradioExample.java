package io.github.gradiospring.blocks.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Inputs that users of a page can choose instead of typing them. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioExample {

	/**
	 * The values of the inputs in their order, each written as a default of
	 * {@link io.github.gradiospring.server.annotation.GradioParam} is; that of a file is
	 * its location, such as {@code classpath:cat.png}. Inputs that are left out at the
	 * end keep what they have.
	 * @return the values
	 */
	String[] value();

	/**
	 * What the page shows instead of the values.
	 * @return the label, empty for the values
	 */
	String label() default "";

}
