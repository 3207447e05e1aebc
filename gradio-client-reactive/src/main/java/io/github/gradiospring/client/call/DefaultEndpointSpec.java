package io.github.gradiospring.client.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.error.BadArgumentException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;

/** Collects inputs, and calls. */
final class DefaultEndpointSpec implements EndpointSpec {

	private final EndpointCalls calls;

	private final EndpointSelector selector;

	private final List<@Nullable Object> positional = new ArrayList<>();

	private final Map<String, @Nullable Object> named = new LinkedHashMap<>();

	private @Nullable Object eventData;

	private CallRoute route = CallRoute.QUEUE;

	DefaultEndpointSpec(EndpointCalls calls, EndpointSelector selector) {
		this.calls = calls;
		this.selector = selector;
	}

	@Override
	public EndpointSpec input(String name, @Nullable Object value) {
		if (this.named.containsKey(name)) {
			throw new BadArgumentException("The parameter '%s' is given twice.".formatted(name));
		}
		this.named.put(name, value);
		return this;
	}

	@Override
	public EndpointSpec inputs(Map<String, ?> values) {
		values.forEach(this::input);
		return this;
	}

	@Override
	public EndpointSpec inputs(@Nullable Object... values) {
		this.positional.addAll(Arrays.asList(values));
		return this;
	}

	@Override
	public EndpointSpec eventData(@Nullable Object eventData) {
		this.eventData = eventData;
		return this;
	}

	@Override
	public EndpointSpec route(CallRoute route) {
		this.route = route;
		return this;
	}

	@Override
	public <T> Mono<T> retrieve(Class<T> type) {
		return last(ResolvableType.forClass(type));
	}

	@Override
	public <T> Mono<T> retrieve(ParameterizedTypeReference<T> type) {
		return last(ResolvableType.forType(type));
	}

	@Override
	public <T> Flux<T> stream(Class<T> type) {
		return each(ResolvableType.forClass(type));
	}

	@Override
	public <T> Flux<T> stream(ParameterizedTypeReference<T> type) {
		return each(ResolvableType.forType(type));
	}

	@Override
	public <T> Flux<GradioEvent<T>> events(Class<T> type) {
		return all(ResolvableType.forClass(type));
	}

	@Override
	public <T> Flux<GradioEvent<T>> events(ParameterizedTypeReference<T> type) {
		return all(ResolvableType.forType(type));
	}

	@Override
	public <T> GradioJob<T> submit(Class<T> type) {
		return start(ResolvableType.forClass(type));
	}

	@Override
	public <T> GradioJob<T> submit(ParameterizedTypeReference<T> type) {
		return start(ResolvableType.forType(type));
	}

	private <T> Mono<T> last(ResolvableType type) {
		return invocation().events(type, true, JobLink.NONE)
			.ofType(GradioEvent.Completed.class)
			.next()
			.mapNotNull((completed) -> DefaultEndpointSpec.<T>cast(completed.value()));
	}

	private <T> Flux<T> each(ResolvableType type) {
		return invocation().events(type, false, JobLink.NONE)
			.ofType(GradioEvent.Output.class)
			.mapNotNull((output) -> DefaultEndpointSpec.<T>cast(output.value()));
	}

	@SuppressWarnings("unchecked")
	private <T> Flux<GradioEvent<T>> all(ResolvableType type) {
		return invocation().events(type, false, JobLink.NONE).map((event) -> (GradioEvent<T>) event);
	}

	@SuppressWarnings("unchecked")
	private <T> GradioJob<T> start(ResolvableType type) {
		return DefaultGradioJob.start(this.calls,
				(link) -> invocation().events(type, false, link).map((event) -> (GradioEvent<T>) event));
	}

	/** Inputs that are added later belong to later calls. */
	private Invocation invocation() {
		return new Invocation(this.calls, this.selector, new ArrayList<>(this.positional),
				new LinkedHashMap<>(this.named), this.eventData, this.route);
	}

	@SuppressWarnings("unchecked")
	private static <T> @Nullable T cast(@Nullable Object value) {
		return (T) value;
	}

}
