package io.github.gradiospring.server.endpoint.method;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.ResolvableType;

/**
 * A method that returns a {@code Stream} or an {@code Iterator}, which produces results
 * where it is asked. A stream is closed however the call ends.
 */
final class IterationReturnHandler implements ReturnHandler {

	@Override
	public boolean supports(ResolvableType returnType) {
		Class<?> type = returnType.resolve(Object.class);
		return BaseStream.class.isAssignableFrom(type) || Iterator.class.isAssignableFrom(type);
	}

	@Override
	public ResolvableType resultType(ResolvableType returnType) {
		ResolvableType stream = returnType.as(BaseStream.class);
		return ((stream != ResolvableType.NONE) ? stream : returnType.as(Iterator.class)).getGeneric(0);
	}

	@Override
	public boolean generator(ResolvableType returnType) {
		return true;
	}

	@Override
	public Flux<List<@Nullable Object>> results(Object returned,
			Function<@Nullable Object, List<@Nullable Object>> row) {
		if (returned instanceof BaseStream<?, ?> stream) {
			// Unlike Flux.fromStream this never closes the stream in the middle of a step
			return Flux.<List<@Nullable Object>, Iterator<?>>generate(stream::iterator,
					(elements, sink) -> step(elements, row, sink), (elements) -> close(stream));
		}
		return Flux.<List<@Nullable Object>, Iterator<?>>generate(() -> (Iterator<?>) returned,
				(elements, sink) -> step(elements, row, sink));
	}

	/** A cancellation may come from an event loop, and streams of files or rows block. */
	private static void close(BaseStream<?, ?> stream) {
		if (Schedulers.isInNonBlockingThread()) {
			Schedulers.boundedElastic().schedule(stream::close);
		}
		else {
			stream.close();
		}
	}

	private static Iterator<?> step(Iterator<?> elements, Function<@Nullable Object, List<@Nullable Object>> row,
			SynchronousSink<List<@Nullable Object>> sink) {
		try {
			if (elements.hasNext()) {
				sink.next(row.apply(elements.next()));
			}
			else {
				sink.complete();
			}
		}
		catch (VirtualMachineError | LinkageError ex) {
			// Reactor swallows these, and the call would never end
			sink.error(new IllegalStateException(ex.toString(), ex));
		}
		return elements;
	}

}
