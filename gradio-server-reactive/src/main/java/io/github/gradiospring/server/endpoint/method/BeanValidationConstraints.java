package io.github.gradiospring.server.endpoint.method;

import java.util.HashSet;
import java.util.Set;

import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.file.FileStore;
import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/** Looks which parameters have constraints of Bean Validation. */
record BeanValidationConstraints(Validator validator, Scheduler worker, FileStore files) implements ConstraintsFactory {

	@Override
	public @Nullable InputValidator create(EndpointAttributes attributes, EndpointParameters parameters,
			BeanInvoker invoker) {
		BeanMethod method = attributes.method();
		MethodDescriptor descriptor = this.validator.getConstraintsForClass(method.beanType())
			.getConstraintsForMethod(method.method().getName(), method.method().getParameterTypes());
		if (method.functionType() != null || descriptor == null) {
			return null;
		}
		boolean all = descriptor.getCrossParameterDescriptor().hasConstraints();
		// Not hasConstrainedParameters(), which leaves out elements of containers
		Set<Integer> constrained = new HashSet<>();
		for (ParameterDescriptor parameter : descriptor.getParameterDescriptors()) {
			if (parameters.isInput(parameter.getIndex()) && (all || isConstrained(parameter))) {
				constrained.add(parameter.getIndex());
			}
		}
		return constrained.isEmpty() ? null
				: new MethodConstraints(this, method, parameters, constrained, attributes.batch(), invoker);
	}

	private static boolean isConstrained(ParameterDescriptor parameter) {
		return parameter.hasConstraints() || parameter.isCascaded()
				|| !parameter.getConstrainedContainerElementTypes().isEmpty();
	}

}
