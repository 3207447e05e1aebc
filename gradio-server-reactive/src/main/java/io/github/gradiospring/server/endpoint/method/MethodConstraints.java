package io.github.gradiospring.server.endpoint.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.component.InvalidValueException;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.aop.framework.AopProxyUtils;

/**
 * Checks the constraints of Bean Validation on the parameters of a method, on a worker
 * since constraints and conversions may block. A value of a batch is checked on its own.
 */
final class MethodConstraints implements InputValidator {

	private final BeanValidationConstraints validation;

	private final BeanMethod method;

	private final EndpointParameters parameters;

	/** The parameters whose values matter. */
	private final Set<Integer> constrained;

	private final boolean batch;

	private final BeanInvoker invoker;

	MethodConstraints(BeanValidationConstraints validation, BeanMethod method, EndpointParameters parameters,
			Set<Integer> constrained, boolean batch, BeanInvoker invoker) {
		this.validation = validation;
		this.method = method;
		this.parameters = parameters;
		this.constrained = constrained;
		this.batch = batch;
		this.invoker = invoker;
	}

	@Override
	public Mono<Void> validate(Endpoint endpoint, List<JsonNode> data, GradioRequest request) {
		return Mono.<Void>fromRunnable(() -> check(data, request)).subscribeOn(this.validation.worker());
	}

	private void check(List<JsonNode> data, GradioRequest request) {
		ConversionContext context = new ConversionContext(this.validation.files(), request.fileUrlPrefix());
		List<InvalidParameter> invalid = new ArrayList<>();
		@Nullable Object[] arguments = new @Nullable Object[this.method.method().getParameterCount()];
		for (int parameter : this.constrained) {
			EndpointInput input = input(parameter);
			try {
				arguments[parameter] = argument(parameter, input, data.get(this.parameters.inputIndex(parameter)),
						context);
			}
			catch (InvalidValueException ex) {
				invalid.add(new InvalidParameter(input.name(), String.valueOf(ex.getMessage())));
			}
		}
		if (invalid.isEmpty()) {
			invalid.addAll(violations(arguments));
		}
		if (!invalid.isEmpty()) {
			throw new InvalidInputException(invalid);
		}
	}

	private @Nullable Object argument(int parameter, EndpointInput input, JsonNode value, ConversionContext context) {
		Object converted = value.isNull() ? null : input.binding().read(value, context);
		if (this.batch) {
			return Arrays.asList(converted);
		}
		boolean optional = this.method.method().getParameterTypes()[parameter] == Optional.class;
		return optional ? Optional.ofNullable(converted) : converted;
	}

	private List<InvalidParameter> violations(@Nullable Object[] arguments) {
		Object bean = this.invoker.bean();
		Object target = AopProxyUtils.getSingletonTarget(bean);
		return this.validation.validator()
			.forExecutables()
			.validateParameters((target != null) ? target : bean, this.method.method(), arguments)
			.stream()
			.map(this::violation)
			.filter((violation) -> violation.parameter() < 0 || this.constrained.contains(violation.parameter()))
			.sorted(Comparator.comparingInt(Violation::parameter).thenComparing(Violation::message))
			.map((violation) -> new InvalidParameter(
					(violation.parameter() < 0) ? "data" : input(violation.parameter()).name(), violation.message()))
			.toList();
	}

	private Violation violation(ConstraintViolation<?> violation) {
		int parameter = -1;
		StringBuilder inside = new StringBuilder();
		Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
		nodes.next();
		while (nodes.hasNext()) {
			Path.Node node = nodes.next();
			switch (node.getKind()) {
				case PARAMETER -> parameter = node.as(Path.ParameterNode.class).getParameterIndex();
				case PROPERTY -> inside.append(inside.isEmpty() ? "" : ".").append(node.getName());
				default -> {
					// Elements of containers are told by their position, if at all
				}
			}
		}
		return new Violation(parameter,
				inside.isEmpty() ? violation.getMessage() : inside + ": " + violation.getMessage());
	}

	private EndpointInput input(int parameter) {
		return this.parameters.inputs().get(this.parameters.inputIndex(parameter));
	}

	/** A violation; the parameter is {@code -1} when it concerns several. */
	private record Violation(int parameter, String message) {
	}

}
