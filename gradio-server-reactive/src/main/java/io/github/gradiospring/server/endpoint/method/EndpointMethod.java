package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointFunction;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.ResolvableType;

/** A bean's method as the function of an endpoint. */
final class EndpointMethod implements EndpointFunction {

	private final EndpointAttributes attributes;

	private final EndpointParameters parameters;

	private final BeanInvoker invoker;

	private final ReturnHandler returnHandler;

	private final ResultShape shape;

	private final boolean generator;

	private final boolean batch;

	EndpointMethod(EndpointAttributes attributes, EndpointParameters parameters, BeanInvoker invoker,
			ComponentBinder binder) {
		this.attributes = attributes;
		this.parameters = parameters;
		this.invoker = invoker;
		this.batch = attributes.batch();
		BeanMethod method = attributes.method();
		ResolvableType returnType = method.returnType();
		this.returnHandler = ReturnHandler.of(returnType);
		this.generator = this.returnHandler.generator(returnType);
		ResolvableType resultType = this.returnHandler.resultType(returnType);
		if (this.batch) {
			checkBatch(method, resultType);
			resultType = resultType.as(List.class).getGeneric(0);
		}
		this.shape = new ResultShape(method, resultType, binder, attributes::resolve);
	}

	/**
	 * Describes the endpoint.
	 * @param limits the limit of each concurrency id
	 * @param constraints makes what checks constraints
	 * @return the endpoint
	 */
	Endpoint toEndpoint(Map<String, Integer> limits, ConstraintsFactory constraints) {
		String concurrencyId = this.attributes.concurrencyId();
		int declared = this.attributes.concurrencyLimit();
		int limit = (declared != -1) ? declared : limits.getOrDefault(concurrencyId, declared);
		Endpoint.Builder builder = Endpoint.builder(this.attributes.name())
			.origin(this.attributes.method().toString())
			.annotated(this.attributes.method().annotated())
			.description(this.attributes.description())
			.visibility(this.attributes.visibility())
			.generator(this.generator)
			.queued(this.attributes.queue())
			.queue(new QueuePolicy(concurrencyId, limit, this.batch, this.attributes.maxBatchSize(),
					this.attributes.estimatedDuration(), this.attributes.timeLimit()))
			.cache(cache())
			.chunkedInput(this.attributes.chunkedInput())
			.streamEvery(this.attributes.streamEvery())
			.function(this)
			.validator(constraints.create(this.attributes, this.parameters, this.invoker));
		this.parameters.inputs().forEach(builder::input);
		this.parameters.stateOutputs().forEach(builder::output);
		this.shape.outputs().forEach(builder::output);
		return builder.build();
	}

	@Override
	public Flux<List<@Nullable Object>> call(EndpointCall call) {
		Object returned = this.invoker.invoke(this.parameters.resolve(call));
		if (returned == null) {
			return Flux.empty();
		}
		return this.returnHandler.results(returned, this.batch ? this.shape::columns : this.shape::row);
	}

	private void checkBatch(BeanMethod method, ResolvableType resultType) {
		String signature = "Declare each input as a List with a value per call, and return a List, Mono<List> or "
				+ "CompletionStage<List> with a result per call.";
		if (this.generator || this.attributes.chunkedInput()) {
			throw method.invalid("It is a batch, which cannot stream.", signature);
		}
		if (resultType.resolve() != List.class) {
			throw method.invalid("It is a batch, but its result is no List.", signature);
		}
		if (this.parameters.inputs().isEmpty()) {
			throw method.invalid("It is a batch, but it has no input.", signature);
		}
		if (this.parameters.inputs().stream().anyMatch((input) -> input.state() != null)) {
			throw method.invalid("It is a batch, whose calls belong to several sessions, but it has state.",
					"Remove the @GradioState parameter, or batch = true.");
		}
	}

	private @Nullable CachePolicy cache() {
		CachePolicy cache = this.attributes.cache();
		if (cache != null && (this.attributes.chunkedInput()
				|| this.parameters.inputs().stream().anyMatch((input) -> input.state() != null))) {
			throw this.attributes.method()
				.invalid("Its results are cached by its inputs, but depend on state or earlier chunks too.",
						"Remove @GradioCached, or the state and chunkedInput.");
		}
		return cache;
	}

}
