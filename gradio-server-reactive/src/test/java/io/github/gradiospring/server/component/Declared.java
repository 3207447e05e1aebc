package io.github.gradiospring.server.component;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.server.component.ValueDescriptor.Direction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * Binds the parameters and results of methods that tests declare.
 */
final class Declared {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	static final ComponentKinds KINDS = new ComponentKinds(MAPPER, List.of());

	private Declared() {
	}

	static Method method(Class<?> type, String name) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	/** The first parameter of a method. */
	static ValueDescriptor input(Class<?> type, String method) {
		return input(type, method, null);
	}

	static ValueDescriptor input(Class<?> type, String method, String defaultValue) {
		return input(method(type, method), 0, false, defaultValue);
	}

	static ValueDescriptor nullableInput(Class<?> type, String method) {
		return input(method(type, method), 0, true, null);
	}

	static ValueDescriptor input(Method method, int index, boolean nullable, String defaultValue) {
		Parameter parameter = method.getParameters()[index];
		return new ValueDescriptor(parameter.getName(), parameter.getName(),
				ResolvableType.forMethodParameter(new MethodParameter(method, index)), parameter, Direction.INPUT,
				nullable, defaultValue);
	}

	static ValueDescriptor output(Class<?> type, String method) {
		Method declared = method(type, method);
		return output("output", ResolvableType.forMethodReturnType(declared), declared);
	}

	static ValueDescriptor output(RecordComponent component) {
		return output(component.getName(), ResolvableType.forType(component.getGenericType()), component);
	}

	private static ValueDescriptor output(String name, ResolvableType type, AnnotatedElement annotated) {
		return new ValueDescriptor(name, name, type, annotated, Direction.OUTPUT, false, null);
	}

	static ComponentBinding bindInput(Class<?> type, String method) {
		return KINDS.bind(input(type, method));
	}

	static ComponentBinding bindOutput(Class<?> type, String method) {
		return KINDS.bind(output(type, method));
	}

	static JsonNode json(String text) {
		return GradioProtocol.jsonMapper().readTree(text.replace('\'', '"'));
	}

}
