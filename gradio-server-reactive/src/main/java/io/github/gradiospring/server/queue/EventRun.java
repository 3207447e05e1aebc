package io.github.gradiospring.server.queue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.server.endpoint.CallErrors;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.observation.EndpointObservationContext.Outcome;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;

/**
 * Runs the events that were taken together. It ends once, and gives its place back then:
 * with results, with an error, when its time is up, or when all its events have ended
 * otherwise.
 */
abstract class EventRun implements ResultSubscriber.Results {

	private static final Log logger = LogFactory.getLog(EventRun.class);

	private final RunServices services;

	private final List<OpenEvent> events;

	private final RunEnd runEnd;

	private final AtomicInteger live;

	private final AtomicInteger holders = new AtomicInteger(2);

	private final AtomicBoolean over = new AtomicBoolean();

	private final Disposable.Swap execution = Disposables.swap();

	private final Disposable.Swap timeout = Disposables.swap();

	private volatile List<EventOutput> outputs = List.of();

	private volatile RunObservation observation = RunObservation.none();

	private volatile long startedAt;

	private volatile Outcome outcome = Outcome.CANCELLED;

	private volatile @Nullable Throwable error;

	EventRun(RunServices services, List<OpenEvent> events, RunEnd runEnd) {
		this.services = services;
		this.events = events;
		this.runEnd = runEnd;
		this.live = new AtomicInteger(events.size());
	}

	/** Starts. The executor does the work on a thread of its own. */
	final void start() {
		try {
			this.startedAt = now();
			this.outputs = begin();
			if (!isOver()) {
				run();
			}
		}
		catch (Throwable ex) {
			// Whatever it is, the place must be given back
			fail(ex);
		}
		finally {
			startedOrEnded();
		}
	}

	private List<EventOutput> begin() {
		List<EventOutput> begun = new ArrayList<>(this.events.size());
		for (OpenEvent event : this.events) {
			if (event.begin(this)) {
				begun.add(new EventOutput(event, this.services));
			}
			else {
				this.services.events().forget(event);
				left();
			}
		}
		return begun;
	}

	/** Does the work. */
	protected abstract void run();

	/** Ends the events as their time is up. */
	protected abstract void timeIsUp();

	/** One of its events has ended otherwise. */
	final void left() {
		if (this.live.decrementAndGet() == 0) {
			end(Outcome.CANCELLED, null);
		}
	}

	@Override
	public final void fail(Throwable failure) {
		if (isOver()) {
			return;
		}
		Throwable error = Exceptions.unwrap(failure);
		if (!CallErrors.isForCaller(error)) {
			logger.error("Endpoint %s failed".formatted(endpoint()), error);
		}
		this.outputs.forEach((output) -> output.fail(error));
		end(Outcome.ERROR, error);
	}

	/** Ends the events with an error, as their time is up. */
	protected final void failForTime() {
		GradioException error = new GradioException("Time limit of %s seconds exceeded."
			.formatted(BigDecimal.valueOf(Objects.requireNonNull(timeLimit())).stripTrailingZeros().toPlainString()));
		this.outputs.forEach((output) -> output.fail(error));
		end(Outcome.TIMEOUT, null);
	}

	protected final void end(Outcome outcome, @Nullable Throwable error) {
		if (this.over.compareAndSet(false, true)) {
			this.timeout.dispose();
			this.execution.dispose();
			this.outcome = outcome;
			this.error = error;
			startedOrEnded();
		}
	}

	/** The place is free when the run is over and nobody is starting it any more. */
	private void startedOrEnded() {
		if (this.holders.decrementAndGet() == 0) {
			this.observation.stop(this.outcome, this.error);
			this.runEnd.ended(this.outcome == Outcome.SUCCESS);
		}
	}

	final boolean isOver() {
		return this.over.get();
	}

	protected final void announceStart() {
		this.outputs.forEach((output) -> this.services.messages().starts(output.event()));
		this.observation = RunObservation.start(endpoint(), this.events.get(0).parent(), this.services.observations(),
				this.services.convention());
		Double limit = timeLimit();
		if (limit != null) {
			endLater((long) (limit * TimeUnit.SECONDS.toNanos(1)), this::timeIsUp);
		}
	}

	/** Replaces what is to happen when time passes. */
	protected final void endLater(long nanos, Runnable task) {
		this.timeout.update(scheduler().schedule(() -> {
			if (!isOver()) {
				task.run();
			}
		}, nanos, TimeUnit.NANOSECONDS));
	}

	/** Takes back {@link #endLater}. */
	protected final void stopWaiting() {
		this.timeout.update(Disposables.disposed());
	}

	protected final void execute(List<EndpointExecutor.Event> executed) {
		consume(Flux.defer(() -> this.services.executor().execute(endpoint(), executed)));
	}

	protected final void consume(Flux<List<List<JsonNode>>> results) {
		ResultSubscriber subscriber = new ResultSubscriber(this, scheduler(), this.observation.reactorContext());
		this.execution.update(subscriber);
		results.subscribe(subscriber);
	}

	protected final List<EventOutput> outputs() {
		return this.outputs;
	}

	protected final RunServices services() {
		return this.services;
	}

	protected final Scheduler scheduler() {
		return this.services.scheduler();
	}

	protected final Endpoint endpoint() {
		return this.events.get(0).endpoint();
	}

	protected final RunStatistics statistics() {
		return this.events.get(0).statistics();
	}

	protected final long startedAt() {
		return this.startedAt;
	}

	protected final long now() {
		return this.services.ticker().read();
	}

	/** Seconds, {@code null} for no limit. */
	protected final @Nullable Double timeLimit() {
		Duration limit = endpoint().queue().timeLimit();
		return (limit != null) ? RunStatistics.seconds(limit.toNanos()) : null;
	}

	/** Told once when a run has ended. */
	@FunctionalInterface
	interface RunEnd {

		/**
		 * The run has ended.
		 * @param typical whether it ended with its results
		 */
		void ended(boolean typical);

	}

}
