package io.github.gradiospring.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DefaultGradioSessions}. */
class DefaultGradioSessionsTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final ExpiringStore states = new ExpiringStore(
			new InMemorySessionStateStore(100, Duration.ofHours(1), () -> this.time.now(TimeUnit.NANOSECONDS)));

	private final List<String> ends = new ArrayList<>();

	private final DefaultGradioSessions.Builder builder = DefaultGradioSessions.builder(this.states)
		.timer(this.time)
		.workers(Schedulers.immediate())
		.cleanup((session, end) -> Mono.fromRunnable(() -> this.ends.add("clean " + session + " " + end)))
		.listener((session) -> this.ends.add("closed " + session));

	@AfterEach
	void stopTime() {
		this.time.dispose();
	}

	@Test
	void aHeartbeatBeatsAtOnceAndEveryFifteenSeconds() {
		DefaultGradioSessions sessions = this.builder.build();
		StepVerifier.create(sessions.connect("s"))
			.then(this.time::advanceTime)
			.expectNext(0L)
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(15)))
			.expectNext(1L)
			.then(() -> assertThat(sessions.size()).isEqualTo(1))
			.thenCancel()
			.verify();
		assertThat(sessions.size()).isZero();
	}

	@Test
	void theSessionEndsWithItsLastHeartbeat() {
		DefaultGradioSessions sessions = this.builder.build();
		this.states.save("s", "count", 1).block();
		Disposable first = sessions.connect("s").subscribe();
		Disposable second = sessions.connect("s").subscribe();
		Disposable other = sessions.connect("t").subscribe();
		first.dispose();
		assertThat(this.ends).isEmpty();
		second.dispose();
		second.dispose();
		assertThat(this.ends).containsExactly("clean s DISCONNECTED", "closed s");
		StepVerifier.create(this.states.find("s", "count", Integer.class)).verifyComplete();
		assertThat(sessions.size()).isEqualTo(1);
		other.dispose();
	}

	@Test
	void aSessionCanConnectAgain() {
		DefaultGradioSessions sessions = this.builder.build();
		sessions.connect("s").subscribe().dispose();
		sessions.connect("s").subscribe().dispose();
		assertThat(this.ends).containsExactly("clean s DISCONNECTED", "closed s", "clean s DISCONNECTED", "closed s");
	}

	@Test
	void failuresDoNotKeepTheOthersFromKnowing() {
		DefaultGradioSessions sessions = this.builder.cleanup((session, end) -> {
			throw new IllegalStateException("cleanup");
		}).listener((session) -> {
			throw new IllegalStateException("listener");
		}).listener((session) -> this.ends.add("second " + session)).build();
		sessions.connect("s").subscribe().dispose();
		assertThat(this.ends).containsExactly("clean s DISCONNECTED", "closed s", "second s");
	}

	@Test
	void expiredStateEndsTheSession() {
		this.builder.build();
		this.states.expired.tryEmitNext("s");
		assertThat(this.ends).containsExactly("clean s EXPIRED", "closed s");
	}

	@Test
	void aConnectedSessionDoesNotEndWithItsState() {
		DefaultGradioSessions sessions = this.builder.build();
		Disposable heartbeat = sessions.connect("s").subscribe();
		this.states.expired.tryEmitNext("s");
		assertThat(this.ends).isEmpty();
		heartbeat.dispose();
	}

	@Test
	void aHeartbeatKeepsTheStateAlive() {
		DefaultGradioSessions sessions = this.builder.build();
		this.states.save("s", "count", 1).block();
		this.states.save("t", "count", 1).block();
		Disposable heartbeat = sessions.connect("s").subscribe();
		for (int minute = 0; minute < 120; minute++) {
			this.time.advanceTimeBy(Duration.ofMinutes(1));
		}
		StepVerifier.create(this.states.find("s", "count", Integer.class)).expectNext(1).verifyComplete();
		StepVerifier.create(this.states.find("t", "count", Integer.class)).verifyComplete();
		heartbeat.dispose();
	}

	@Test
	void tooManySessionsAreRefused() {
		DefaultGradioSessions sessions = this.builder.maxSessions(1).build();
		Disposable first = sessions.connect("s").subscribe();
		StepVerifier.create(sessions.connect("t")).verifyError(TooManySessionsException.class);
		Disposable again = sessions.connect("s").subscribe();
		first.dispose();
		again.dispose();
		StepVerifier.create(sessions.connect("t").take(1)).then(this.time::advanceTime).expectNext(0L).verifyComplete();
		assertThat(sessions.size()).isZero();
	}

	@Test
	void closeEndsAllHeartbeats() {
		DefaultGradioSessions sessions = this.builder.build();
		StepVerifier.create(sessions.connect("s"))
			.then(this.time::advanceTime)
			.expectNext(0L)
			.then(sessions::close)
			.verifyComplete();
		assertThat(this.ends).containsExactly("clean s DISCONNECTED", "closed s");
		this.states.expired.tryEmitNext("t");
		assertThat(this.ends).hasSize(2);
	}

	private record ExpiringStore(SessionStateStore store, Sinks.Many<String> expired) implements SessionStateStore {

		ExpiringStore(SessionStateStore store) {
			this(store, Sinks.many().multicast().directBestEffort());
		}

		@Override
		public <T> Mono<T> find(String sessionHash, String name, Class<T> type) {
			return this.store.find(sessionHash, name, type);
		}

		@Override
		public Mono<Void> save(String sessionHash, String name, Object value) {
			return this.store.save(sessionHash, name, value);
		}

		@Override
		public Mono<Void> remove(String sessionHash) {
			return this.store.remove(sessionHash);
		}

		@Override
		public Mono<Void> touch(String sessionHash) {
			return this.store.touch(sessionHash);
		}

		@Override
		public Flux<String> expirations() {
			return this.expired.asFlux();
		}

	}

}
