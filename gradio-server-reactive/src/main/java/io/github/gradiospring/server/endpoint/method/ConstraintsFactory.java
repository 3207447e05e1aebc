package io.github.gradiospring.server.endpoint.method;

import io.github.gradiospring.server.endpoint.InputValidator;
import org.jspecify.annotations.Nullable;

/** Makes what checks the constraints on parameters; keeps Bean Validation optional. */
@FunctionalInterface
interface ConstraintsFactory {

	/**
	 * Makes what checks the constraints of a method.
	 * @param attributes the method
	 * @param parameters its parameters
	 * @param invoker where its bean is
	 * @return the validator, or {@code null} when no parameter has constraints
	 */
	@Nullable InputValidator create(EndpointAttributes attributes, EndpointParameters parameters, BeanInvoker invoker);

}
