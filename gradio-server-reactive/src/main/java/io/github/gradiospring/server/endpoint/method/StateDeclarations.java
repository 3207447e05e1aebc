package io.github.gradiospring.server.endpoint.method;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

import io.github.gradiospring.server.endpoint.StateDeclaration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** The state that the methods of an application share by name. */
final class StateDeclarations {

	private final JsonMapper mapper;

	private final Map<String, SharedState> states = new HashMap<>();

	StateDeclarations(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Declares a state.
	 * @param method the method that uses it
	 * @param name its name
	 * @param type its type
	 * @param initial its initial value as JSON, empty without
	 * @param writable whether the method may set it
	 * @return the declaration; its initial value is the one that any method declares
	 * @throws io.github.gradiospring.server.endpoint.InvalidEndpointException when
	 * methods contradict each other or the initial value is not of the type
	 */
	StateDeclaration declare(BeanMethod method, String name, ResolvableType type, String initial, boolean writable) {
		Class<?> valueClass = ClassUtils.resolvePrimitiveIfNecessary(type.resolve(Object.class));
		ResolvableType valueType = type.hasGenerics() ? type : ResolvableType.forClass(valueClass);
		SharedState state = this.states.computeIfAbsent(name, (key) -> new SharedState(method, valueType));
		if (!state.type.getType().equals(valueType.getType())) {
			throw method.invalid("It declares the state '%s' as %s, but %s declares it as %s.".formatted(name,
					valueType, state.method, state.type), "Use one type for both, or give one another name.");
		}
		if (type.resolve(Object.class).isPrimitive()) {
			state.primitive = type.resolve(Object.class);
		}
		if (StringUtils.hasText(initial)) {
			declareInitial(method, name, state, initial);
		}
		return new StateDeclaration(name, valueClass, state::newValue, writable);
	}

	private void declareInitial(BeanMethod method, String name, SharedState state, String initial) {
		if (state.initial != null && !state.initial.equals(initial)) {
			throw method.invalid("It declares the initial value of the state '%s' as %s, but %s as %s.".formatted(name,
					initial, state.method, state.initial), "Declare it once, or the same on both.");
		}
		state.initial = initial;
		try {
			state.newValue();
		}
		catch (JacksonException ex) {
			throw method.invalid("The initial value of the state '%s' is no JSON of its type %s: %s".formatted(name,
					state.type, ex.getOriginalMessage()), "Correct the JSON in @GradioState(initial).", ex);
		}
	}

	private final class SharedState {

		private final BeanMethod method;

		private final ResolvableType type;

		private @Nullable String initial;

		/** Set when some method cannot take {@code null}. */
		private @Nullable Class<?> primitive;

		private SharedState(BeanMethod method, ResolvableType type) {
			this.method = method;
			this.type = type;
		}

		/** Each session gets an object of its own. */
		private @Nullable Object newValue() {
			if (this.initial != null) {
				return StateDeclarations.this.mapper.readValue(this.initial,
						StateDeclarations.this.mapper.constructType(this.type.getType()));
			}
			if (this.primitive != null) {
				return Array.get(Array.newInstance(this.primitive, 1), 0);
			}
			Class<?> valueClass = this.type.resolve(Object.class);
			Constructor<?> constructor = Modifier.isAbstract(valueClass.getModifiers()) ? null
					: declaredConstructor(valueClass);
			return (constructor != null) ? BeanUtils.instantiateClass(constructor) : null;
		}

		private static @Nullable Constructor<?> declaredConstructor(Class<?> type) {
			try {
				return type.getDeclaredConstructor();
			}
			catch (NoSuchMethodException ex) {
				return null;
			}
		}

	}

}
