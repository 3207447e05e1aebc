package io.github.gradiospring.server.endpoint;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What an endpoint does. */
@FunctionalInterface
public interface EndpointFunction {

	/**
	 * Calls the endpoint.
	 * @param call the arguments and what belongs to the call
	 * @return the results: each element has one value per output, state left out; for a
	 * batch a list of values for each output. A function that is no generator emits at
	 * most one element; none means a {@code null} per output. An error ends the call; a
	 * {@link GradioException} is shown to the caller. Cancelling stops the work, and
	 * interrupts it when it blocks
	 */
	Flux<List<@Nullable Object>> call(EndpointCall call);

}
