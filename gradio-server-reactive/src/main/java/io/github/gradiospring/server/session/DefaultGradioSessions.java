package io.github.gradiospring.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gradiospring.server.session.SessionCleanup.SessionEnd;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The sessions that are connected to this process. */
public final class DefaultGradioSessions implements GradioSessions, AutoCloseable {

	private static final Log logger = LogFactory.getLog(DefaultGradioSessions.class);

	private final SessionStateStore states;

	private final List<SessionCleanup> cleanups;

	private final List<GradioSessionListener> listeners;

	private final int maxSessions;

	private final Duration heartbeat;

	private final Scheduler timer;

	private final Scheduler workers;

	/** How many heartbeats each session holds. */
	private final Map<String, Integer> connected = new ConcurrentHashMap<>();

	private final Sinks.Empty<Void> stopped = Sinks.empty();

	private final Disposable expirations;

	private DefaultGradioSessions(Builder builder) {
		this.states = builder.states;
		this.cleanups = List.copyOf(builder.cleanups);
		this.listeners = List.copyOf(builder.listeners);
		this.maxSessions = builder.maxSessions;
		this.heartbeat = builder.heartbeat;
		this.timer = builder.timer;
		this.workers = builder.workers;
		this.expirations = this.states.expirations()
			.filter((session) -> !this.connected.containsKey(session))
			.subscribe((session) -> end(session, SessionEnd.EXPIRED));
	}

	/**
	 * Starts the sessions.
	 * @param states keeps their state
	 * @return a builder
	 */
	public static Builder builder(SessionStateStore states) {
		return new Builder(states);
	}

	@Override
	public Flux<Long> connect(String sessionHash) {
		return Flux.usingWhen(Mono.fromSupplier(() -> enter(sessionHash)), this::beats,
				(session) -> Mono.fromRunnable(() -> leave(session)));
	}

	private Flux<Long> beats(String sessionHash) {
		return Flux.interval(Duration.ZERO, this.heartbeat, this.timer)
			// The first beat comes before the stream asks for it
			.onBackpressureLatest()
			.doOnNext((beat) -> this.states.touch(sessionHash).subscribe(null, DefaultGradioSessions::failed))
			.takeUntilOther(this.stopped.asMono());
	}

	private String enter(String sessionHash) {
		this.connected.compute(sessionHash, (session, count) -> {
			if (count == null && this.connected.size() >= this.maxSessions) {
				throw new TooManySessionsException(
						"Too many sessions. At most %d are connected at a time.".formatted(this.maxSessions));
			}
			return (count != null) ? count + 1 : 1;
		});
		return sessionHash;
	}

	private void leave(String sessionHash) {
		Integer left = this.connected.computeIfPresent(sessionHash, (session, count) -> (count > 1) ? count - 1 : null);
		if (left == null) {
			end(sessionHash, SessionEnd.DISCONNECTED);
		}
	}

	private void end(String sessionHash, SessionEnd end) {
		Flux.fromIterable(this.cleanups)
			.concatMap((cleanup) -> Mono.defer(() -> cleanup.clean(sessionHash, end)).onErrorResume((error) -> {
				failed(error);
				return Mono.empty();
			}))
			.then(this.states.remove(sessionHash))
			.subscribe(null, DefaultGradioSessions::failed, () -> tellListeners(sessionHash));
	}

	private void tellListeners(String sessionHash) {
		if (this.listeners.isEmpty()) {
			return;
		}
		this.workers.schedule(() -> {
			for (GradioSessionListener listener : this.listeners) {
				try {
					listener.sessionClosed(sessionHash);
				}
				catch (RuntimeException ex) {
					failed(ex);
				}
			}
		});
	}

	private static void failed(Throwable error) {
		logger.error("The end of a session was not handled", error);
	}

	@Override
	public int size() {
		return this.connected.size();
	}

	/** Ends all heartbeats, and with them their sessions. */
	@Override
	public void close() {
		this.stopped.tryEmitEmpty();
		this.expirations.dispose();
	}

	/** Builds {@link DefaultGradioSessions}. */
	public static final class Builder {

		private final SessionStateStore states;

		private final List<SessionCleanup> cleanups = new ArrayList<>();

		private final List<GradioSessionListener> listeners = new ArrayList<>();

		private int maxSessions = 50_000;

		private Duration heartbeat = Duration.ofSeconds(15);

		private Scheduler timer = Schedulers.parallel();

		private Scheduler workers = Schedulers.boundedElastic();

		private Builder(SessionStateStore states) {
			this.states = states;
		}

		/** Adds what is cleared away when a session ends, in this order. */
		public Builder cleanup(SessionCleanup cleanup) {
			this.cleanups.add(cleanup);
			return this;
		}

		/** Adds somebody to tell when a session has ended. */
		public Builder listener(GradioSessionListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/** Sets how many sessions may be connected; 50,000. */
		public Builder maxSessions(int maxSessions) {
			this.maxSessions = maxSessions;
			return this;
		}

		/** Sets the time between two beats; 15 seconds, as in Gradio. */
		public Builder heartbeat(Duration heartbeat) {
			this.heartbeat = heartbeat;
			return this;
		}

		/** Sets what times the beats; Reactor's parallel scheduler. */
		public Builder timer(Scheduler timer) {
			this.timer = timer;
			return this;
		}

		/** Sets where listeners are called; Reactor's bounded elastic scheduler. */
		public Builder workers(Scheduler workers) {
			this.workers = workers;
			return this;
		}

		/**
		 * Builds the sessions.
		 * @return the sessions
		 */
		public DefaultGradioSessions build() {
			return new DefaultGradioSessions(this);
		}

	}

}
