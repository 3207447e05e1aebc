package io.github.gradiospring.server.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.observation.EndpointObservationConvention;
import io.github.gradiospring.server.session.ChannelClosedException;
import io.github.gradiospring.server.session.EventLog;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.util.function.SingletonSupplier;

/**
 * The queue of one process. Nothing polls: a call that joins and a run that ends wake
 * what comes next, on their own thread and under no lock. So the executor must do its
 * work on a thread of its own.
 */
public final class DefaultGradioQueue implements GradioQueue {

	private final InputValidator validator;

	private final QueueStore store;

	private final EventLog log;

	private final OpenEvents events = new OpenEvents();

	/** Late, as endpoints may be collected after this queue was made. */
	private final SingletonSupplier<QueueLanes> lanes;

	private final QueueRunner runner;

	private final Admission admission;

	private final Ticker ticker;

	private final Scheduler scheduler;

	private volatile boolean stopped;

	private DefaultGradioQueue(Builder builder) {
		this.validator = builder.validator;
		this.store = builder.store;
		this.log = builder.log;
		this.ticker = builder.ticker;
		this.scheduler = builder.scheduler;
		this.lanes = SingletonSupplier.of(() -> new QueueLanes(builder.registry.endpoints()));
		RunServices services = new RunServices(builder.executor, builder.cache,
				new EventMessages(this.log, this.events, this.ticker), this.events, builder.options, this.scheduler,
				this.ticker, builder.observations, builder.convention);
		this.runner = new QueueRunner(this.store, services);
		this.admission = new Admission(this.lanes::obtain, this.store, this.log, this.runner, services, builder.clock);
	}

	/**
	 * Starts a queue.
	 * @param registry the endpoints; asked when the first call or question comes
	 * @param executor runs them
	 * @param store keeps the events
	 * @param log gets the messages
	 * @return a builder
	 */
	public static Builder builder(EndpointRegistry registry, EndpointExecutor executor, QueueStore store,
			EventLog log) {
		return new Builder(registry, executor, store, log);
	}

	@Override
	public Mono<String> join(QueueCall call) {
		return Mono.deferContextual((context) -> join(call, RunObservation.current(context)));
	}

	private Mono<String> join(QueueCall call, @Nullable Observation parent) {
		if (this.stopped) {
			return Mono.error(new QueueStoppedException());
		}
		return this.validator.validate(call.endpoint(), call.data(), call.request())
			.then(Mono.defer(() -> this.admission.admit(call, parent)))
			.flatMap(this::unlessStopped)
			.onErrorMap(ChannelClosedException.class, (ex) -> this.stopped ? new QueueStoppedException() : ex);
	}

	/** The queue may have stopped while the call was on its way in. */
	private Mono<String> unlessStopped(OpenEvent event) {
		return this.stopped ? this.runner.terminate(event, EventEnd.STOPPED).thenReturn(event.id())
				: Mono.just(event.id());
	}

	@Override
	public Mono<Void> cancel(String eventId, String sessionHash) {
		return Mono.defer(() -> {
			OpenEvent event = this.events.find(eventId);
			return (event != null && event.belongsTo(sessionHash)) ? this.runner.terminate(event, EventEnd.CANCELLED)
					: Mono.empty();
		});
	}

	@Override
	public Mono<Void> abandon(String channel) {
		return Mono.defer(() -> terminate(this.events.onChannel(channel), null).then(this.log.close(channel)));
	}

	@Override
	public Mono<Boolean> feed(String eventId, List<JsonNode> data) {
		return Mono.fromSupplier(() -> {
			ChunkFeed feed = feed(eventId);
			return feed != null && feed.offer(data);
		});
	}

	@Override
	public Mono<Boolean> endFeed(String eventId) {
		return Mono.fromSupplier(() -> {
			ChunkFeed feed = feed(eventId);
			if (feed != null) {
				feed.close();
			}
			return feed != null;
		});
	}

	private @Nullable ChunkFeed feed(String eventId) {
		OpenEvent event = this.events.find(eventId);
		return (event != null) ? event.feed() : null;
	}

	/**
	 * Stops the queue: nothing joins any more, waiting events end at once, and running
	 * ones when the grace period is over, each with the message that Gradio sends then.
	 * @param grace how long running events may go on
	 * @return completes when no event is left
	 */
	public Mono<Void> stop(Duration grace) {
		return Mono.defer(() -> {
			this.stopped = true;
			List<OpenEvent> waiting = this.events.all().stream().filter(OpenEvent::isWaiting).toList();
			return terminate(waiting, EventEnd.STOPPED).then(this.events.drained())
				.timeout(grace, Mono.defer(() -> terminate(this.events.all(), EventEnd.STOPPED)), this.scheduler);
		});
	}

	private Mono<Void> terminate(Collection<OpenEvent> terminated, @Nullable EventEnd reason) {
		return Flux.fromIterable(terminated).concatMap((event) -> this.runner.terminate(event, reason)).then();
	}

	@Override
	public Mono<Integer> size() {
		return this.store.size();
	}

	@Override
	public List<QueueStatus> status() {
		return this.lanes.obtain().queued().stream().map((lane) -> {
			// In memory the counts are here at once, from elsewhere for the next time
			this.store.counts(lane.id()).onErrorComplete().subscribe(lane::counts);
			return lane.status(this.ticker.read());
		}).toList();
	}

	/** How many events are known, for tests of what is left. */
	int openEvents() {
		return this.events.size();
	}

	/** Builds a {@link DefaultGradioQueue}. */
	public static final class Builder {

		private final EndpointRegistry registry;

		private final EndpointExecutor executor;

		private final QueueStore store;

		private final EventLog log;

		private InputValidator validator = (endpoint, data, request) -> Mono.empty();

		private @Nullable ResultCache cache;

		private QueueOptions options = QueueOptions.defaults();

		private Clock clock = Clock.systemUTC();

		private Ticker ticker = Ticker.systemTicker();

		private Scheduler scheduler = Schedulers.parallel();

		private ObservationRegistry observations = ObservationRegistry.NOOP;

		private @Nullable EndpointObservationConvention convention;

		private Builder(EndpointRegistry registry, EndpointExecutor executor, QueueStore store, EventLog log) {
			this.registry = registry;
			this.executor = executor;
			this.store = store;
			this.log = log;
		}

		/** Sets what checks the values of a call; nothing is checked otherwise. */
		public Builder validator(InputValidator validator) {
			this.validator = validator;
			return this;
		}

		/** Sets what keeps results; they are not kept otherwise. */
		public Builder cache(ResultCache cache) {
			this.cache = cache;
			return this;
		}

		/** Sets the options, see {@link QueueOptions#defaults()}. */
		public Builder options(QueueOptions options) {
			this.options = options;
			return this;
		}

		/** Sets the clock that dates events; the system's. */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/** Sets what durations are measured with; the system's. */
		public Builder ticker(Ticker ticker) {
			this.ticker = ticker;
			return this;
		}

		/** Sets what times limits and updates; Reactor's parallel scheduler. */
		public Builder scheduler(Scheduler scheduler) {
			this.scheduler = scheduler;
			return this;
		}

		/** Sets what observes the runs; nothing does otherwise. */
		public Builder observations(ObservationRegistry observations,
				@Nullable EndpointObservationConvention convention) {
			this.observations = observations;
			this.convention = convention;
			return this;
		}

		/**
		 * Builds the queue.
		 * @return the queue
		 */
		public DefaultGradioQueue build() {
			return new DefaultGradioQueue(this);
		}

	}

}
