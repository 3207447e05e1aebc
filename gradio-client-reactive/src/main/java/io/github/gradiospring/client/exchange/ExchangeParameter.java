package io.github.gradiospring.client.exchange;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * A parameter of a call.
 *
 * @param name its name in Java, for messages
 * @param inputs the names of inputs that it may be, best first
 * @param type the type of its values, of their content if it is an <code>Optional</code>
 */
record ExchangeParameter(String name, List<String> inputs, ResolvableType type) {

	static ExchangeParameter of(Method method, int index, Class<?> exchangeType, @Nullable String javaName) {
		MethodParameter parameter = new MethodParameter(method, index);
		String declaration = ExchangeMethod.describe(exchangeType, method);
		GradioInput input = parameter.getParameterAnnotation(GradioInput.class);
		String inputName = (input != null) ? input.value() : javaName;
		if (inputName == null) {
			throw new InvalidGradioExchangeException(declaration, "The name of parameter " + (index + 1)
					+ " is not in the class file. Compile with -parameters, or add @GradioInput.");
		}
		if (inputName.isBlank()) {
			throw new InvalidGradioExchangeException(declaration,
					"@GradioInput of parameter " + (index + 1) + " has no name.");
		}
		ResolvableType type = ResolvableType
			.forType(GenericTypeResolver.resolveType(parameter.getGenericParameterType(), exchangeType));
		if (ReactiveAdapterRegistry.getSharedInstance().getAdapter(type.toClass()) != null) {
			throw new InvalidGradioExchangeException(declaration, "Parameter '" + inputName
					+ "' is a reactive type. Take the value itself; a FileInput can stream a file.");
		}
		if (type.toClass() == Optional.class) {
			type = type.getGeneric();
		}
		String shown = (javaName != null) ? javaName : inputName;
		return new ExchangeParameter(shown, candidates(inputName, input != null), type);
	}

	private static List<String> candidates(String name, boolean exact) {
		String snakeCase = Names.snakeCase(name);
		return (exact || snakeCase.equals(name)) ? List.of(name) : List.of(name, snakeCase);
	}

	/** The argument without an <code>Optional</code> around it. */
	@Nullable Object value(@Nullable Object argument) {
		return (argument instanceof Optional<?> optional) ? optional.orElse(null) : argument;
	}

}
