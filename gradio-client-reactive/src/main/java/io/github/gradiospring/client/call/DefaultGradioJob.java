package io.github.gradiospring.client.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.gradiospring.client.error.JobCancelledException;
import io.github.gradiospring.client.error.UnknownEndpointException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.protocol.request.JoinRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Follows a call, and remembers where it is.
 *
 * @param <T> the type of the result
 */
final class DefaultGradioJob<T> implements GradioJob<T> {

	private static final int MAX_OUTPUTS = 1_000;

	private final EndpointCalls calls;

	private final JobLink link = new JobLink();

	private final Disposable.Swap execution = Disposables.swap();

	private final Sinks.Many<GradioEvent<T>> events = Sinks.many().replay().latest();

	private final Sinks.One<T> result = Sinks.one();

	private final Deque<GradioEvent.Output<T>> outputs = new ArrayDeque<>();

	private JobStatus status = status(JobStatus.State.JOINING, null);

	private DefaultGradioJob(EndpointCalls calls) {
		this.calls = calls;
	}

	/** Starts a call. */
	static <T> GradioJob<T> start(EndpointCalls calls, Function<JobLink, Flux<GradioEvent<T>>> call) {
		DefaultGradioJob<T> job = new DefaultGradioJob<>(calls);
		job.execution.update(call.apply(job.link).subscribe(job::onEvent, job::onError, job.link::ended));
		return job;
	}

	private void onEvent(GradioEvent<T> event) {
		synchronized (this) {
			if (this.status.state().isOver()) {
				return;
			}
			this.status = after(event);
			if (event instanceof GradioEvent.Output<T> output) {
				if (this.outputs.size() == MAX_OUTPUTS) {
					this.outputs.removeFirst();
				}
				this.outputs.addLast(output);
			}
		}
		this.events.tryEmitNext(event);
		if (event instanceof GradioEvent.Completed<T> completed) {
			this.events.tryEmitComplete();
			T value = completed.value();
			if (value != null) {
				this.result.tryEmitValue(value);
			}
			else {
				this.result.tryEmitEmpty();
			}
		}
	}

	private JobStatus after(GradioEvent<T> event) {
		JobStatus now = this.status;
		if (event instanceof GradioEvent.Queued<T> queued) {
			return new JobStatus(JobStatus.State.QUEUED, queued.rank(), queued.queueSize(), queued.eta(), List.of(),
					null);
		}
		if (event instanceof GradioEvent.Started<T> started) {
			return new JobStatus(JobStatus.State.PROCESSING, null, null, started.eta(), List.of(), null);
		}
		if (event instanceof GradioEvent.Progress<T> progress) {
			return new JobStatus(now.state(), null, null, now.eta(), progress.units(), null);
		}
		if (event instanceof GradioEvent.Output<T>) {
			return new JobStatus(JobStatus.State.ITERATING, null, null, now.eta(), now.progress(), null);
		}
		if (event instanceof GradioEvent.Completed<T>) {
			return status(JobStatus.State.FINISHED, null);
		}
		return now;
	}

	private void onError(Throwable error) {
		end((error instanceof JobCancelledException) ? JobStatus.State.CANCELLED : JobStatus.State.FAILED, error);
	}

	private boolean end(JobStatus.State state, Throwable error) {
		synchronized (this) {
			if (this.status.state().isOver()) {
				return false;
			}
			this.status = status(state, error);
		}
		this.link.ended();
		this.events.tryEmitError(error);
		this.result.tryEmitError(error);
		return true;
	}

	private static JobStatus status(JobStatus.State state, @Nullable Throwable error) {
		return new JobStatus(state, null, null, null, List.of(), error);
	}

	@Override
	public synchronized JobStatus status() {
		return this.status;
	}

	@Override
	public synchronized List<@Nullable T> outputs() {
		List<@Nullable T> values = new ArrayList<>(this.outputs.size());
		this.outputs.forEach((output) -> values.add(output.value()));
		return values;
	}

	@Override
	public Mono<T> result() {
		return this.result.asMono();
	}

	@Override
	public Flux<GradioEvent<T>> events() {
		return this.events.asFlux();
	}

	@Override
	public Mono<Boolean> cancel() {
		return Mono.fromSupplier(() -> {
			boolean cancelled = end(JobStatus.State.CANCELLED, new JobCancelledException("The job was cancelled."));
			this.execution.dispose();
			return cancelled;
		});
	}

	@Override
	public Mono<Boolean> send(@Nullable Object... inputs) {
		return this.link.active()
			.filter((active) -> !status().state().isOver())
			.flatMap((active) -> this.calls.binder()
				.bind(active.app(), active.endpoint(), Arrays.asList(inputs), Map.of())
				.flatMap((data) -> {
					GradioHttp http = active.app().http();
					JoinRequest chunk = new JoinRequest(data, active.endpoint().dependency().id(),
							this.calls.session().sessionHash(), null, null, false, false);
					return http.post(http.api("stream/" + active.eventId()), chunk);
				}))
			.map((answer) -> true)
			.onErrorReturn(UnknownEndpointException.class, false)
			.defaultIfEmpty(false);
	}

	@Override
	public Mono<Void> endOfInput() {
		return this.link.active().flatMap((active) -> {
			GradioHttp http = active.app().http();
			return http.post(http.api("stream/" + active.eventId() + "/close"), Map.of());
		}).onErrorComplete(UnknownEndpointException.class).then();
	}

}
