package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a value in the local storage of the browser. It can be whatever Jackson converts.
 * An endpoint reads it as a parameter and writes it as a result.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface BrowserState {

	/**
	 * The key in the local storage, which all apps of one origin share.
	 * @return the key, empty for the name of the parameter or result
	 */
	String storageKey() default "";

	/**
	 * What the value is encrypted with. Every visitor of the page can see it, so it hides
	 * the value from other apps of the origin and not from the user.
	 * @return the secret, empty for the key
	 */
	String secret() default "";

}
