package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Caches the results of an endpoint by the values of its inputs, as {@code gr.cache} in
 * Python. A call with the same values is answered at once and never waits; a streamed
 * result is replayed.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioCached {

	/**
	 * Whether each session has results of its own.
	 * @return whether results are not shared between sessions
	 */
	boolean perSession() default false;

	/**
	 * How many results are kept.
	 * @return the maximum size
	 */
	int maxSize() default 128;

	/**
	 * How long a result is kept, such as {@code 10m}.
	 * @return the time to live
	 */
	String timeToLive() default "1h";

}
