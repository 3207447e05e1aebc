package io.github.gradiospring.server.component;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * A value that crosses the wire, as its Java declaration describes it: a parameter, a
 * result, or a component of a record of results.
 *
 * @param name the name on the wire
 * @param label the label that users see
 * @param type the Java type, without {@code Optional}, publisher or batch list
 * @param annotated where the component hints are, such as {@code @Slider}
 * @param direction whether the value is read from or written to the wire
 * @param nullable whether {@code null} is a value of its own
 * @param defaultValue the declared default as text, or {@code null} without one
 */
public record ValueDescriptor(String name, String label, ResolvableType type, AnnotatedElement annotated,
		Direction direction, boolean nullable, @Nullable String defaultValue) {

	/**
	 * The hint of the given type, with attribute overrides of meta-annotations.
	 * @param <A> the annotation's type
	 * @param annotationType the annotation's type
	 * @return the annotation, or {@code null}
	 */
	public <A extends Annotation> @Nullable A annotation(Class<A> annotationType) {
		return AnnotatedElementUtils.findMergedAnnotation(this.annotated, annotationType);
	}

	/** Which way a value goes. */
	public enum Direction {

		/** From the caller to the endpoint. */
		INPUT,

		/** From the endpoint to the caller. */
		OUTPUT

	}

}
