package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation that chooses the component of a parameter, a result or a component
 * of a record of results. A value has one such annotation at most, and only a kind that
 * knows the annotation binds the value. So an application can add a kind of its own for a
 * type that a built-in kind would take.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ComponentHint {

}
