package io.github.gradiospring.client.exchange;

import java.util.List;

import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus;
import io.github.gradiospring.client.call.JobStatus.State;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A job that is submitted when its interface was compared with the app.
 *
 * @param <T> the type of the result
 */
final class DeferredGradioJob<T> implements GradioJob<T> {

	private static final JobStatus JOINING = new JobStatus(State.JOINING, null, null, null, List.of(), null);

	private final Sinks.One<GradioJob<T>> job = Sinks.one();

	private volatile @Nullable GradioJob<T> submitted;

	private volatile @Nullable Throwable failure;

	DeferredGradioJob(Mono<GradioJob<T>> submission) {
		submission.subscribe(this::submitted, this::failed);
	}

	private void submitted(GradioJob<T> job) {
		this.submitted = job;
		this.job.tryEmitValue(job);
	}

	private void failed(Throwable failure) {
		this.failure = failure;
		this.job.tryEmitError(failure);
	}

	@Override
	public JobStatus status() {
		GradioJob<T> submitted = this.submitted;
		if (submitted != null) {
			return submitted.status();
		}
		Throwable failure = this.failure;
		return (failure == null) ? JOINING : new JobStatus(State.FAILED, null, null, null, List.of(), failure);
	}

	@Override
	public List<@Nullable T> outputs() {
		GradioJob<T> submitted = this.submitted;
		return (submitted != null) ? submitted.outputs() : List.of();
	}

	@Override
	public Mono<T> result() {
		return this.job.asMono().flatMap(GradioJob::result);
	}

	@Override
	public Flux<GradioEvent<T>> events() {
		return this.job.asMono().flatMapMany(GradioJob::events);
	}

	@Override
	public Mono<Boolean> cancel() {
		return this.job.asMono().flatMap(GradioJob::cancel);
	}

	@Override
	public Mono<Boolean> send(@Nullable Object... inputs) {
		return this.job.asMono().flatMap((job) -> job.send(inputs));
	}

	@Override
	public Mono<Void> endOfInput() {
		return this.job.asMono().flatMap(GradioJob::endOfInput);
	}

}
