package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/** A method that returns a publisher, a {@code CompletionStage} or a type like these. */
final class ReactiveReturnHandler implements ReturnHandler {

	private final ReactiveAdapterRegistry adapters = ReactiveAdapterRegistry.getSharedInstance();

	@Override
	public boolean supports(ResolvableType returnType) {
		Class<?> type = returnType.resolve();
		return type != null && this.adapters.getAdapter(type) != null;
	}

	@Override
	public ResolvableType resultType(ResolvableType returnType) {
		boolean noValue = adapter(returnType.resolve(Object.class)).isNoValue();
		return noValue ? ResolvableType.forClass(Void.class) : returnType.getGeneric(0);
	}

	@Override
	public boolean generator(ResolvableType returnType) {
		return adapter(returnType.resolve(Object.class)).isMultiValue();
	}

	@Override
	public Flux<List<@Nullable Object>> results(Object returned,
			Function<@Nullable Object, List<@Nullable Object>> row) {
		return Flux.from(adapter(returned.getClass()).toPublisher(returned)).map(row);
	}

	private ReactiveAdapter adapter(Class<?> type) {
		return Objects.requireNonNull(this.adapters.getAdapter(type));
	}

}
