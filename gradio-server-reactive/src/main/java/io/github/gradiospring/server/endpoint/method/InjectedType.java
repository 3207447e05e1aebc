package io.github.gradiospring.server.endpoint.method;

import java.util.function.Function;

import io.github.gradiospring.server.endpoint.EndpointCall;

import org.springframework.core.MethodParameter;

/**
 * Injects what a call carries into parameters of exactly one type.
 *
 * @param <T> the type
 * @param type the type
 * @param value gives the value of a call
 */
record InjectedType<T>(Class<T> type, Function<EndpointCall, T> value) implements ArgumentResolver {

	@Override
	public boolean supports(MethodParameter parameter) {
		return parameter.getParameterType() == this.type;
	}

	@Override
	public Object resolve(MethodParameter parameter, EndpointCall call) {
		return this.value.apply(call);
	}

}
