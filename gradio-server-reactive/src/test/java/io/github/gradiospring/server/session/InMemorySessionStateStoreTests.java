package io.github.gradiospring.server.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link InMemorySessionStateStore}. */
class InMemorySessionStateStoreTests extends SessionStateStoreTck {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final AtomicLong nanos = new AtomicLong();

	@Override
	protected SessionStateStore createStore() {
		return new InMemorySessionStateStore(100, Duration.ofHours(1));
	}

	@Test
	void stateExpiresWhenItIsNotUsed() {
		InMemorySessionStateStore store = new InMemorySessionStateStore(100, Duration.ofHours(1), this.nanos::get);
		StepVerifier.create(store.expirations()).then(() -> {
			List.of("idle", "used", "touched").forEach((session) -> store.save(session, "count", 1).block());
			pass(Duration.ofMinutes(50));
			store.find("used", "count", Integer.class).block();
			store.touch("touched").block();
			pass(Duration.ofMinutes(50));
			assertThat(store.size()).isEqualTo(2);
		}).expectNext("idle").thenCancel().verify(LONG);
		StepVerifier.create(store.find("idle", "count", Integer.class)).verifyComplete();
		StepVerifier.create(store.find("touched", "count", Integer.class)).expectNext(1).verifyComplete();
	}

	@Test
	void aRemovedSessionHasNotExpired() {
		InMemorySessionStateStore store = new InMemorySessionStateStore(100, Duration.ofHours(1), this.nanos::get);
		StepVerifier.create(store.expirations()).then(() -> {
			store.save("removed", "count", 1).block();
			store.save("expired", "count", 1).block();
			store.remove("removed").block();
			pass(Duration.ofHours(2));
			assertThat(store.size()).isZero();
		}).expectNext("expired").thenCancel().verify(LONG);
	}

	@Test
	void thereAreNoMoreSessionsThanAllowed() {
		InMemorySessionStateStore store = new InMemorySessionStateStore(10, Duration.ofHours(1));
		IntStream.range(0, 100).forEach((i) -> store.save("s" + i, "count", i).block());
		assertThat(store.size()).isEqualTo(10);
	}

	@Test
	void aSessionWithoutValuesIsGone() {
		InMemorySessionStateStore store = new InMemorySessionStateStore(10, Duration.ofHours(1));
		store.save("s", "count", 1).block();
		store.save("s", "count", null).block();
		assertThat(store.size()).isZero();
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

}
