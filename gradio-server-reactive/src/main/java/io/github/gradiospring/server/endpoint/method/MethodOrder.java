package io.github.gradiospring.server.endpoint.method;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Orders methods as the source does, which reflection does not keep but the class file
 * does; by name where there is no class file.
 */
final class MethodOrder {

	private final MetadataReaderFactory classFiles;

	private final Map<Class<?>, List<String>> names = new HashMap<>();

	MethodOrder(ClassLoader classLoader) {
		this.classFiles = MetadataReaderFactory.create(classLoader);
	}

	/** Sorts methods of a class; those of its supertypes come last. */
	List<Method> sort(Class<?> type, Iterable<Method> methods) {
		List<Method> sorted = new ArrayList<>();
		methods.forEach(sorted::add);
		sorted.sort(Comparator.comparing((Method method) -> method.getDeclaringClass() != type)
			.thenComparing((method) -> method.getDeclaringClass().getName())
			.thenComparing(this::position)
			.thenComparing(Method::getName)
			.thenComparing(Method::toString));
		return sorted;
	}

	private Integer position(Method method) {
		return this.names.computeIfAbsent(method.getDeclaringClass(), this::read).indexOf(method.getName());
	}

	private List<String> read(Class<?> type) {
		try {
			return this.classFiles.getMetadataReader(type.getName())
				.getAnnotationMetadata()
				.getDeclaredMethods()
				.stream()
				.map(MethodMetadata::getMethodName)
				.toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
