package io.github.gradiospring.server.endpoint.method;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentBindings;
import io.github.gradiospring.server.component.ValueDescriptor;
import io.github.gradiospring.server.component.ValueDescriptor.Direction;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import io.github.gradiospring.server.endpoint.StateDeclaration;
import io.github.gradiospring.server.endpoint.StateValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;

/**
 * The parameters of a method: which are inputs, which are state, and where the value of
 * each comes from.
 */
final class EndpointParameters {

	/** The official clients use these for themselves. */
	private static final Set<String> RESERVED_NAMES = Set.of("api_name", "fn_index", "result_callbacks");

	private static final String FUNCTION_INPUT = "input";

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	private final EndpointAttributes attributes;

	private final BeanMethod method;

	private final ComponentBinder binder;

	private final StateDeclarations states;

	private final List<Argument> arguments = new ArrayList<>();

	private final List<EndpointInput> inputs = new ArrayList<>();

	/** For each parameter the index of its input, {@code -1} for an injected one. */
	private final List<Integer> inputIndexes = new ArrayList<>();

	private int values;

	EndpointParameters(EndpointAttributes attributes, ComponentBinder binder, StateDeclarations states,
			List<ArgumentResolver> resolvers) {
		this.attributes = attributes;
		this.method = attributes.method();
		this.binder = binder;
		this.states = states;
		for (MethodParameter parameter : this.method.parameters()) {
			int size = this.inputs.size();
			this.arguments.add(argument(parameter, resolvers));
			this.inputIndexes.add((this.inputs.size() > size) ? size : -1);
		}
	}

	/** The inputs, state included. */
	List<EndpointInput> inputs() {
		return this.inputs;
	}

	/** The outputs of the state that the method may set. */
	List<EndpointOutput> stateOutputs() {
		List<EndpointOutput> outputs = new ArrayList<>();
		for (EndpointInput input : this.inputs) {
			StateDeclaration state = input.state();
			if (state != null && state.writable()) {
				outputs.add(new EndpointOutput(input.name(), input.description(), input.binding(), state));
			}
		}
		return outputs;
	}

	/** Whether a parameter gets a value from the caller. */
	boolean isInput(int parameter) {
		int index = inputIndex(parameter);
		return index >= 0 && this.inputs.get(index).state() == null;
	}

	/** The index of the input that a parameter gets, {@code -1} for an injected one. */
	int inputIndex(int parameter) {
		return this.inputIndexes.get(parameter);
	}

	/** The values of all parameters. */
	@Nullable Object[] resolve(EndpointCall call) {
		@Nullable Object[] resolved = new @Nullable Object[this.arguments.size()];
		for (int i = 0; i < resolved.length; i++) {
			resolved[i] = this.arguments.get(i).of(call);
		}
		return resolved;
	}

	private Argument argument(MethodParameter parameter, List<ArgumentResolver> resolvers) {
		AnnotatedElement annotated = AnnotatedElementUtils.forAnnotations(parameter.getParameterAnnotations());
		GradioState state = AnnotatedElementUtils.findMergedAnnotation(annotated, GradioState.class);
		if (state != null) {
			return state(parameter, state);
		}
		if (this.method.functionType() == null) {
			for (ArgumentResolver resolver : resolvers) {
				if (resolver.supports(parameter)) {
					return optional(parameter, (call) -> resolver.resolve(parameter, call));
				}
			}
		}
		return input(parameter, annotated);
	}

	private Argument state(MethodParameter parameter, GradioState annotation) {
		boolean writable = parameter.getParameterType() == StateValue.class;
		ResolvableType type = this.method.typeOf(parameter);
		String parameterName = parameterName(parameter, "");
		String name = this.attributes.resolve(annotation.value());
		StateDeclaration state = this.states.declare(this.method, StringUtils.hasText(name) ? name : parameterName,
				writable ? type.getGeneric(0) : type, this.attributes.resolve(annotation.initial()), writable);
		if (this.inputs.stream().map(EndpointInput::state).anyMatch((other) -> sameName(other, state))) {
			throw this.method.invalid("Two of its parameters are the state '%s'.".formatted(state.name()),
					"Keep one of them, or give one another name.");
		}
		add(new EndpointInput(parameterName, "", ComponentBindings.state(), true, false, null, state));
		return (call) -> {
			StateValue<Object> value = call.states().get(state.name());
			return (writable || value == null) ? value : value.get();
		};
	}

	private static boolean sameName(@Nullable StateDeclaration state, StateDeclaration other) {
		return state != null && state.name().equals(other.name());
	}

	private Argument input(MethodParameter parameter, AnnotatedElement annotated) {
		GradioParam param = AnnotatedElementUtils.findMergedAnnotation(annotated, GradioParam.class);
		String name = parameterName(parameter, (param != null) ? this.attributes.resolve(param.name()) : "");
		String label = (param != null) ? this.attributes.resolve(param.label()) : "";
		String defaultValue = (param != null && !GradioParam.NO_DEFAULT.equals(param.defaultValue()))
				? this.attributes.resolve(param.defaultValue()) : null;
		Nullness nullness = nullness(parameter);
		ComponentBinding binding = this.binder.bind(this.method,
				new ValueDescriptor(name, StringUtils.hasText(label) ? label : name, type(parameter), annotated,
						Direction.INPUT, nullness == Nullness.NULLABLE, defaultValue),
				this.inputs.size());
		JsonNode initial = binding.component().props().get("value");
		boolean hasInitial = initial != null && !initial.isNull();
		add(new EndpointInput(name, (param != null) ? this.attributes.resolve(param.description()) : "", binding,
				nullness != Nullness.NON_NULL, hasInitial || nullness == Nullness.NULLABLE, hasInitial ? initial : null,
				null));
		int index = this.values++;
		return optional(parameter, (call) -> call.arguments().get(index));
	}

	private void add(EndpointInput input) {
		if (RESERVED_NAMES.contains(input.name())) {
			throw this.method.invalid(
					"The official clients use the parameter name '%s' themselves.".formatted(input.name()),
					"Give the parameter another name with @GradioParam.");
		}
		if (this.inputs.stream().anyMatch((other) -> other.name().equals(input.name()))) {
			throw this.method.invalid("Two of its parameters have the name '%s'.".formatted(input.name()),
					"Give one of them another name with @GradioParam.");
		}
		this.inputs.add(input);
	}

	private String parameterName(MethodParameter parameter, String declared) {
		if (StringUtils.hasText(declared)) {
			return declared;
		}
		if (this.method.functionType() != null) {
			return FUNCTION_INPUT;
		}
		parameter.initParameterNameDiscovery(NAMES);
		String name = parameter.getParameterName();
		if (name == null) {
			throw this.method.invalid(
					"The name of its parameter %d is unknown.".formatted(parameter.getParameterIndex()),
					"Compile with '-parameters', or name the parameter with @GradioParam.");
		}
		return name;
	}

	/** The type of one value: without batch list and without Optional. */
	private ResolvableType type(MethodParameter parameter) {
		ResolvableType type = this.method.typeOf(parameter);
		if (this.attributes.batch()) {
			if (type.resolve() != List.class) {
				throw this.method.invalid(
						"It is a batch, but its parameter %d is no List.".formatted(parameter.getParameterIndex()),
						"Declare each input as a List with a value per call.");
			}
			return type.getGeneric(0);
		}
		if (this.method.functionType() != null && type.resolve() == null) {
			throw this.method.invalid("The type of its input is unknown.",
					"Declare the bean with type arguments, such as Function<String, Integer>.");
		}
		return (type.resolve() == Optional.class) ? type.getGeneric(0) : type;
	}

	private Nullness nullness(MethodParameter parameter) {
		if (this.method.functionType() != null) {
			return Nullness.UNSPECIFIED;
		}
		if (parameter.getParameterType() == Optional.class
				|| (this.attributes.batch() && hasNullableElements(parameter))) {
			return Nullness.NULLABLE;
		}
		return Nullness.forMethodParameter(parameter);
	}

	private static boolean hasNullableElements(MethodParameter parameter) {
		return parameter.getParameter().getAnnotatedType() instanceof AnnotatedParameterizedType type
				&& Arrays.stream(type.getAnnotatedActualTypeArguments()[0].getAnnotations())
					.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

	private static Argument optional(MethodParameter parameter, Argument argument) {
		return (parameter.getParameterType() == Optional.class) ? (call) -> Optional.ofNullable(argument.of(call))
				: argument;
	}

}
