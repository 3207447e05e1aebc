package io.github.gradiospring.client.exchange;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the endpoint's input that a parameter of a {@link GradioCall} method is,
 * where it differs from the parameter's name.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioInput {

	/**
	 * The name of the input.
	 * @return the name
	 */
	String value();

}
