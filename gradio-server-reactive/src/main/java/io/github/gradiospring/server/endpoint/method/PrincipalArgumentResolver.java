package io.github.gradiospring.server.endpoint.method;

import java.security.Principal;

import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.GradioException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;

/** Injects who is logged in; a parameter that is never {@code null} asks for a login. */
final class PrincipalArgumentResolver implements ArgumentResolver {

	@Override
	public boolean supports(MethodParameter parameter) {
		return Principal.class.isAssignableFrom(parameter.nestedIfOptional().getNestedParameterType());
	}

	@Override
	public @Nullable Object resolve(MethodParameter parameter, EndpointCall call) {
		Principal principal = call.request().principal();
		Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
		Principal match = type.isInstance(principal) ? principal : null;
		if (match == null && !parameter.isOptional() && Nullness.forMethodParameter(parameter) == Nullness.NON_NULL) {
			throw new GradioException("Please log in first.");
		}
		return match;
	}

}
