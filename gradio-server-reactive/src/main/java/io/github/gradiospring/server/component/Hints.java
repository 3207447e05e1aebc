package io.github.gradiospring.server.component;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Collectors;

import io.github.gradiospring.server.annotation.ComponentHint;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Reads the annotations that choose a component, which are those with
 * {@link ComponentHint}.
 */
final class Hints {

	private Hints() {
	}

	/**
	 * The hint on a value.
	 * @param value the declared value
	 * @return the annotation's type, {@code null} without a hint
	 * @throws IllegalArgumentException when there is more than one
	 */
	static @Nullable Class<? extends Annotation> find(ValueDescriptor value) {
		List<Class<? extends Annotation>> hints = MergedAnnotations
			.from(value.annotated(), SearchStrategy.TYPE_HIERARCHY)
			.stream()
			.<Class<? extends Annotation>>map(MergedAnnotation::getType)
			.filter((type) -> type.isAnnotationPresent(ComponentHint.class))
			.distinct()
			.toList();
		if (hints.size() > 1) {
			throw new IllegalArgumentException("'" + value.name() + "' has "
					+ hints.stream().map(Hints::name).collect(Collectors.joining(" and ")) + ". Keep one of them.");
		}
		return hints.isEmpty() ? null : hints.get(0);
	}

	/**
	 * Decides whether a kind takes a value: not if another kind's hint is on it.
	 * @param value the declared value
	 * @param typeFits whether the Java type is of the kind
	 * @param expected the Java types that the kind's hints can stand on, for the message
	 * @param own the hints of the kind
	 * @return whether the kind takes the value
	 * @throws IllegalArgumentException when a hint of the kind is on a value of another
	 * type
	 */
	@SafeVarargs
	static boolean accept(ValueDescriptor value, boolean typeFits, String expected,
			Class<? extends Annotation>... own) {
		Class<? extends Annotation> hint = find(value);
		if (hint == null) {
			return typeFits;
		}
		boolean known = false;
		for (Class<? extends Annotation> candidate : own) {
			known |= (candidate == hint);
		}
		if (!known) {
			return false;
		}
		if (!typeFits) {
			throw new IllegalArgumentException("'" + value.name() + "' has the type '" + value.type() + "', but "
					+ name(hint) + " needs " + expected + ". Change the type or remove the annotation.");
		}
		return true;
	}

	static String name(Class<? extends Annotation> hint) {
		return "@" + hint.getSimpleName();
	}

}
