package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a value of the caller's session. It lives on the server; the caller sees
 * {@code null}. A parameter of type {@code StateValue<T>} can read and set it, a
 * parameter of type {@code T} reads it. A call without a session starts from the initial
 * value.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioState {

	/**
	 * The name of the value. Endpoints of the application that use the same name share
	 * the value and must declare the same type; the parameter's name by default.
	 * @return the name
	 */
	String value() default "";

	/**
	 * The value of a session that has none, as JSON. By default an object made by the
	 * type's constructor without parameters, else {@code null}.
	 * @return the initial value
	 */
	String initial() default "";

}
