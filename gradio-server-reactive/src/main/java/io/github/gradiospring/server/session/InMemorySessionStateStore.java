package io.github.gradiospring.server.session;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/**
 * Keeps the state of sessions in the memory of this process: of so many sessions at most,
 * and for so long after the last use.
 */
public final class InMemorySessionStateStore implements SessionStateStore {

	private static final Duration BUSY_LOOP = Duration.ofSeconds(1);

	private final Cache<String, Map<String, Object>> sessions;

	private final Sinks.Many<String> expired = Sinks.many().multicast().directBestEffort();

	/**
	 * Creates a store.
	 * @param maxSessions how many sessions have state at most; the one that was not used
	 * for longest goes first
	 * @param timeToLive how long state stays that is not used; Gradio's own time is an
	 * hour
	 */
	public InMemorySessionStateStore(int maxSessions, Duration timeToLive) {
		this(maxSessions, timeToLive, Ticker.systemTicker());
	}

	InMemorySessionStateStore(int maxSessions, Duration timeToLive, Ticker ticker) {
		this.sessions = Caffeine.newBuilder()
			.maximumSize(maxSessions)
			.expireAfterAccess(timeToLive)
			.ticker(ticker)
			.scheduler(Scheduler.systemScheduler())
			.removalListener(this::removed)
			.build();
	}

	@Override
	public <T> Mono<T> find(String sessionHash, String name, Class<T> type) {
		return Mono.fromSupplier(() -> {
			Map<String, Object> values = this.sessions.getIfPresent(sessionHash);
			Object value = (values != null) ? values.get(name) : null;
			return type.isInstance(value) ? type.cast(value) : null;
		});
	}

	@Override
	public Mono<Void> save(String sessionHash, String name, @Nullable Object value) {
		// Within compute, so that a session that is just being removed is not written to
		return Mono.fromRunnable(() -> this.sessions.asMap().compute(sessionHash, (session, existing) -> {
			Map<String, Object> values = (existing != null) ? existing : new ConcurrentHashMap<>();
			if (value != null) {
				values.put(name, value);
			}
			else {
				values.remove(name);
			}
			return values.isEmpty() ? null : values;
		}));
	}

	@Override
	public Mono<Void> remove(String sessionHash) {
		return Mono.fromRunnable(() -> this.sessions.invalidate(sessionHash));
	}

	@Override
	public Mono<Void> touch(String sessionHash) {
		return Mono.fromRunnable(() -> this.sessions.getIfPresent(sessionHash));
	}

	@Override
	public Flux<String> expirations() {
		return this.expired.asFlux();
	}

	/**
	 * Counts the sessions.
	 * @return how many sessions have state
	 */
	public int size() {
		this.sessions.cleanUp();
		return (int) this.sessions.estimatedSize();
	}

	private void removed(@Nullable String session, @Nullable Map<String, Object> values, RemovalCause cause) {
		if (session != null && cause.wasEvicted()) {
			this.expired.emitNext(session, EmitFailureHandler.busyLooping(BUSY_LOOP));
		}
	}

}
