package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.ResolvableType;

/** A method that returns its result, or nothing. */
final class ValueReturnHandler implements ReturnHandler {

	@Override
	public boolean supports(ResolvableType returnType) {
		return true;
	}

	@Override
	public ResolvableType resultType(ResolvableType returnType) {
		return returnType;
	}

	@Override
	public boolean generator(ResolvableType returnType) {
		return false;
	}

	@Override
	public Flux<List<@Nullable Object>> results(Object returned,
			Function<@Nullable Object, List<@Nullable Object>> row) {
		return Flux.just(row.apply(returned));
	}

}
