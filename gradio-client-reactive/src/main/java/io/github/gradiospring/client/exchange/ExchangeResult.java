package io.github.gradiospring.client.exchange;

import java.lang.reflect.Method;
import java.util.Optional;

import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.call.GradioJob;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * How the result of a method is made.
 *
 * @param style the way to call
 * @param type the type of the values; <code>Void</code> for none
 * @param adapter what makes the returned reactive type, or {@code null}
 * @param optional whether an <code>Optional</code> is returned
 * @param description what messages call the method
 */
record ExchangeResult(Style style, ResolvableType type, @Nullable ReactiveAdapter adapter, boolean optional,
		String description) {

	static ExchangeResult of(Method method, Class<?> exchangeType) {
		String description = ExchangeMethod.describe(exchangeType, method);
		ResolvableType returned = ResolvableType
			.forType(GenericTypeResolver.resolveType(method.getGenericReturnType(), exchangeType));
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(returned.toClass());
		ExchangeResult result;
		if (returned.toClass() == GradioJob.class) {
			result = new ExchangeResult(Style.JOB, returned.getGeneric(), null, false, description);
		}
		else if (adapter == null) {
			boolean optional = returned.toClass() == Optional.class;
			ResolvableType type = optional ? returned.getGeneric()
					: ResolvableType.forType((returned.toClass() == void.class) ? Void.class : returned.getType());
			result = new ExchangeResult(Style.BLOCKING, type, null, optional, description);
		}
		else if (!adapter.isMultiValue()) {
			ResolvableType type = adapter.isNoValue() ? ResolvableType.forClass(Void.class) : returned.getGeneric();
			result = new ExchangeResult(Style.VALUE, type, adapter, false, description);
		}
		else if (returned.getGeneric().toClass() == GradioEvent.class) {
			result = new ExchangeResult(Style.EVENTS, returned.getGeneric().getGeneric(), adapter, false, description);
		}
		else {
			result = new ExchangeResult(Style.VALUES, returned.getGeneric(), adapter, false, description);
		}
		result.check();
		return result;
	}

	private void check() {
		if (this.type == ResolvableType.NONE || this.type.resolve() == null || this.type.hasUnresolvableGenerics()) {
			throw new InvalidGradioExchangeException(this.description,
					"The type of the result is not known. Write it out, such as Mono<String>.");
		}
		if (GradioEvent.class.isAssignableFrom(this.type.toClass())) {
			throw new InvalidGradioExchangeException(this.description,
					"Events come as Flux<GradioEvent<T>>, whatever they are.");
		}
		if (isVoid() && this.style != Style.VALUE && this.style != Style.BLOCKING) {
			throw new InvalidGradioExchangeException(this.description,
					"Void cannot be the type of several values. Use JsonNode, or return Mono<Void>.");
		}
	}

	boolean isVoid() {
		return this.type.toClass() == Void.class;
	}

	/**
	 * Makes what the method returns.
	 * @param call the call, once the interface was compared with the app
	 * @return the object to return
	 */
	@Nullable Object make(Mono<EndpointSpec> call) {
		return switch (this.style) {
			case VALUE -> adapt(value(call));
			case VALUES -> adapt(call.flatMapMany((spec) -> spec.stream(reference())));
			case EVENTS -> adapt(call.flatMapMany((spec) -> spec.events(reference())));
			case JOB -> new DeferredGradioJob<>(call.map((spec) -> spec.submit(reference())));
			case BLOCKING -> await(value(call));
		};
	}

	private Mono<?> value(Mono<EndpointSpec> call) {
		return isVoid() ? call.flatMap((spec) -> spec.retrieve(JsonNode.class)).then()
				: call.flatMap((spec) -> spec.retrieve(reference()));
	}

	private Object adapt(Publisher<?> publisher) {
		return (this.adapter != null) ? this.adapter.fromPublisher(publisher) : Flux.from(publisher);
	}

	private @Nullable Object await(Mono<?> value) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(
					"%s waits for its result, and thread '%s' must not block. Return a Mono, or call it elsewhere."
						.formatted(this.description, Thread.currentThread().getName()));
		}
		Object result = value.block();
		if (this.optional) {
			return Optional.ofNullable(result);
		}
		if (result == null && this.type.toClass().isPrimitive()) {
			throw new IllegalStateException(this.description + " got no value for the primitive that it returns.");
		}
		return result;
	}

	private ParameterizedTypeReference<Object> reference() {
		return ParameterizedTypeReference.forType(this.type.toClass().isPrimitive()
				? ClassUtils.resolvePrimitiveIfNecessary(this.type.toClass()) : this.type.getType());
	}

	/** The ways to call. */
	enum Style {

		/** For the last value. */
		VALUE,
		/** For each value. */
		VALUES,
		/** For everything that happens. */
		EVENTS,
		/** At once. */
		JOB,
		/** For the last value, on the caller's thread. */
		BLOCKING

	}

}
