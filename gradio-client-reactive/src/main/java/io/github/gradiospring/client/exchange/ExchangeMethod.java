package io.github.gradiospring.client.exchange;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;

/**
 * A method that calls an endpoint.
 *
 * @param method the method
 * @param description what messages call it
 * @param endpoints the names of endpoints that it may be, best first, without a slash
 * @param parameters its parameters
 * @param result how its result is made
 */
record ExchangeMethod(Method method, String description, List<String> endpoints, List<ExchangeParameter> parameters,
		ExchangeResult result) {

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	static ExchangeMethod of(Method method, Class<?> exchangeType, GradioCall call) {
		String description = describe(exchangeType, method);
		@Nullable String[] names = NAMES.getParameterNames(method);
		List<ExchangeParameter> parameters = new ArrayList<>();
		Set<String> inputs = new HashSet<>();
		for (int i = 0; i < method.getParameterCount(); i++) {
			ExchangeParameter parameter = ExchangeParameter.of(method, i, exchangeType,
					(names != null) ? names[i] : null);
			if (!inputs.add(parameter.inputs().get(0))) {
				throw new InvalidGradioExchangeException(description,
						"Two parameters are the input '" + parameter.inputs().get(0) + "'.");
			}
			parameters.add(parameter);
		}
		return new ExchangeMethod(method, description, endpoints(method, call), List.copyOf(parameters),
				ExchangeResult.of(method, exchangeType));
	}

	private static List<String> endpoints(Method method, GradioCall call) {
		if (!call.value().isEmpty()) {
			return List.of(Names.withoutSlash(call.value()));
		}
		String snakeCase = Names.snakeCase(method.getName());
		return snakeCase.equals(method.getName()) ? List.of(snakeCase) : List.of(method.getName(), snakeCase);
	}

	static String describe(Class<?> exchangeType, Method method) {
		StringJoiner parameters = new StringJoiner(", ", "(", ")");
		for (Class<?> type : method.getParameterTypes()) {
			parameters.add(type.getSimpleName());
		}
		return exchangeType.getName() + "." + method.getName() + parameters;
	}

}
