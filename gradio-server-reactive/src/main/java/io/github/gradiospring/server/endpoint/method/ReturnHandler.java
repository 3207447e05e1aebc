package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.ResolvableType;

/** Turns what methods with one kind of return type return into a stream of results. */
interface ReturnHandler {

	/** All handlers; the last one takes every type. */
	List<ReturnHandler> ALL = List.of(new ReactiveReturnHandler(), new IterationReturnHandler(),
			new ValueReturnHandler());

	/**
	 * Finds the handler of a return type.
	 * @param returnType the declared type
	 * @return the handler
	 */
	static ReturnHandler of(ResolvableType returnType) {
		return ALL.stream().filter((handler) -> handler.supports(returnType)).findFirst().orElseThrow();
	}

	/** Whether methods with the return type are of this kind. */
	boolean supports(ResolvableType returnType);

	/** The type of a result; {@code void} or {@code Void} when there is none. */
	ResolvableType resultType(ResolvableType returnType);

	/** Whether a call produces several results in turn. */
	boolean generator(ResolvableType returnType);

	/**
	 * Makes results of what a method returned.
	 * @param returned what the method returned, not {@code null}
	 * @param row the outputs that a result stands for
	 * @return the outputs of each result
	 */
	Flux<List<@Nullable Object>> results(Object returned, Function<@Nullable Object, List<@Nullable Object>> row);

}
