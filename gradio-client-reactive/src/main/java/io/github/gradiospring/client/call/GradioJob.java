package io.github.gradiospring.client.call;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A call that is under way. It runs whether or not somebody looks.
 *
 * @param <T> the type of the result
 */
public interface GradioJob<T> {

	/**
	 * Where the job is.
	 * @return the status now
	 */
	JobStatus status();

	/**
	 * The values so far, the newest last; of very many only the newest are kept.
	 * @return a copy
	 */
	List<@Nullable T> outputs();

	/**
	 * The last value, when the job is done.
	 * @return the value, empty when it is null or the endpoint has no output; fails with
	 * a {@link io.github.gradiospring.client.error.GradioClientException}. Cancelling it
	 * leaves the job alone
	 */
	Mono<T> result();

	/**
	 * What happens to the job from now on, after the latest status.
	 * @return the events; completes when the job is done, fails as it fails. Cancelling
	 * it leaves the job alone. A subscriber that is too slow loses positions and
	 * progress, but no outputs
	 */
	Flux<GradioEvent<T>> events();

	/**
	 * Cancels the job, also on the server. A job that is done stays done.
	 * @return whether it was cancelled by this, when the server was told
	 */
	Mono<Boolean> cancel();

	/**
	 * Sends the next chunk of inputs to an endpoint that takes chunks.
	 * @param inputs the inputs by position
	 * @return whether the job takes it
	 */
	Mono<Boolean> send(@Nullable Object... inputs);

	/**
	 * Says that no chunk follows.
	 * @return completes when the server knows
	 */
	Mono<Void> endOfInput();

}
