package io.github.gradiospring.server.component;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;

/**
 * Tells the types that are meant to be JSON from those that Jackson would only happen to
 * write, such as streams, threads and framework classes.
 */
final class JsonTypes {

	private static final Set<Class<?>> VALUES = Set.of(Object.class, String.class, CharSequence.class, UUID.class,
			URI.class, URL.class, Locale.class, Currency.class, TimeZone.class, java.util.Date.class);

	private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "jakarta.",
			"org.springframework.", "org.reactivestreams.", "reactor.", "io.netty.");

	private JsonTypes() {
	}

	static boolean isJson(ResolvableType type, ValueDescriptor.Direction direction) {
		Class<?> raw = type.toClass();
		ResolvableType element = Elements.elementOf(type);
		if (element != null) {
			return isJson(element, direction);
		}
		if (Map.class.isAssignableFrom(raw)) {
			return isJson(type.as(Map.class).getGeneric(1), direction);
		}
		if (raw == void.class || raw == Void.class) {
			return false;
		}
		if (ClassUtils.isPrimitiveOrWrapper(raw) || VALUES.contains(raw) || Number.class.isAssignableFrom(raw)
				|| JsonNode.class.isAssignableFrom(raw) || raw.isEnum() || raw.getName().startsWith("java.time.")) {
			return true;
		}
		if (PLATFORM.stream().anyMatch(raw.getName()::startsWith)) {
			return false;
		}
		return direction == ValueDescriptor.Direction.OUTPUT || canRead(raw);
	}

	private static boolean canRead(Class<?> type) {
		if (!type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
			return true;
		}
		MergedAnnotations annotations = MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY);
		return annotations.isPresent(JsonTypeInfo.class) || annotations.isPresent(JsonDeserialize.class);
	}

}
