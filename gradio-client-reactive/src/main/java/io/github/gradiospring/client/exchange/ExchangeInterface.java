package io.github.gradiospring.client.exchange;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * A {@link GradioExchange} interface, read and found valid.
 *
 * @param type the interface
 * @param methods its calls
 */
record ExchangeInterface(Class<?> type, Map<Method, ExchangeMethod> methods) {

	static ExchangeInterface of(Class<?> type) {
		if (!type.isInterface()) {
			throw new InvalidGradioExchangeException(type.getName(), "Only an interface can be a Gradio exchange.");
		}
		checkAddress(type);
		Map<Method, ExchangeMethod> methods = new LinkedHashMap<>();
		List<Method> declared = Stream.of(type.getMethods())
			// reflection gives them in any order
			.sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
			.filter((method) -> !isForeign(method))
			.toList();
		for (Method method : declared) {
			checkName(type, method);
			GradioCall call = AnnotatedElementUtils.findMergedAnnotation(method, GradioCall.class);
			if (Modifier.isAbstract(method.getModifiers())) {
				if (call == null) {
					throw new InvalidGradioExchangeException(ExchangeMethod.describe(type, method),
							"Add @GradioCall, or make it a default method.");
				}
				methods.put(method, ExchangeMethod.of(method, type, call));
			}
			else if (call != null) {
				throw new InvalidGradioExchangeException(ExchangeMethod.describe(type, method),
						"A method with a body cannot be a @GradioCall.");
			}
		}
		if (methods.isEmpty()) {
			throw new InvalidGradioExchangeException(type.getName(), "It has no method with @GradioCall.");
		}
		return new ExchangeInterface(type, methods);
	}

	private static boolean isForeign(Method method) {
		return method.getDeclaringClass() == VerifiableExchange.class || ReflectionUtils.isEqualsMethod(method)
				|| ReflectionUtils.isHashCodeMethod(method) || ReflectionUtils.isToStringMethod(method);
	}

	private static void checkName(Class<?> type, Method method) {
		if (method.getName().equals("verify") && method.getParameterCount() == 0) {
			throw new InvalidGradioExchangeException(ExchangeMethod.describe(type, method),
					"Every client has verify() already. Name it otherwise, and the endpoint in @GradioCall.");
		}
	}

	private static void checkAddress(Class<?> type) {
		GradioExchange exchange = AnnotatedElementUtils.findMergedAnnotation(type, GradioExchange.class);
		if (exchange != null && Stream.of(exchange.url(), exchange.space(), exchange.client())
			.filter(StringUtils::hasText)
			.count() > 1) {
			throw new InvalidGradioExchangeException(type.getName(),
					"@GradioExchange takes one of url, space and client.");
		}
	}

}
