package io.github.gradiospring.server.endpoint.method;

import io.github.gradiospring.server.endpoint.EndpointCall;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Injects a value into a parameter of an endpoint method, so that the parameter is no
 * input and never on the wire. A bean of this type is asked before the built-in
 * resolvers, in {@code @Order}.
 */
public interface ArgumentResolver {

	/**
	 * Decides at start-up whether this resolver gives the value of a parameter.
	 * @param parameter the parameter
	 * @return whether it does
	 */
	boolean supports(MethodParameter parameter);

	/**
	 * Gives the value for a call. May block.
	 * @param parameter the parameter
	 * @param call the call
	 * @return the value, assignable to the parameter
	 */
	@Nullable Object resolve(MethodParameter parameter, EndpointCall call);

}
