package io.github.gradiospring.test.mock;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * What becomes of a call.
 *
 * @param refusal why it is not accepted, {@code null} when it is
 * @param ranks the places in the queue that it is told, empty for the true ones
 * @param steps what happens when it runs
 */
record Answer(@Nullable RuntimeException refusal, List<Integer> ranks, List<Step> steps) {

	Answer {
		ranks = List.copyOf(ranks);
		steps = List.copyOf(steps);
	}

	Flux<List<@Nullable Object>> run(RunningCall call) {
		return Flux.fromIterable(this.steps).concatMap((step) -> step.run(call), 1);
	}

	/** One thing that happens. */
	@FunctionalInterface
	interface Step {

		/**
		 * Does it.
		 * @param call the call
		 * @return the values that it sends, one per output; the next step follows when it
		 * completes, none when it fails
		 */
		Flux<List<@Nullable Object>> run(RunningCall call);

	}

}
