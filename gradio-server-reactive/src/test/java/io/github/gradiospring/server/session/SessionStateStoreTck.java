package io.github.gradiospring.server.session;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link SessionStateStore} must do. */
public abstract class SessionStateStoreTck {

	private SessionStateStore store;

	/**
	 * Creates an empty store.
	 * @return the store
	 */
	protected abstract SessionStateStore createStore();

	@BeforeEach
	void createStoreUnderTest() {
		this.store = createStore();
	}

	@Test
	void anUnknownValueIsEmpty() {
		StepVerifier.create(this.store.find("s", "count", Integer.class)).verifyComplete();
	}

	@Test
	void findsWhatWasSaved() {
		this.store.save("s", "count", 1).block();
		this.store.save("s", "name", "Bob").block();
		StepVerifier.create(this.store.find("s", "count", Integer.class)).expectNext(1).verifyComplete();
		StepVerifier.create(this.store.find("s", "name", String.class)).expectNext("Bob").verifyComplete();
		this.store.save("s", "count", 2).block();
		StepVerifier.create(this.store.find("s", "count", Integer.class)).expectNext(2).verifyComplete();
	}

	@Test
	void sessionsAreApart() {
		this.store.save("s", "count", 1).block();
		this.store.save("t", "count", 2).block();
		StepVerifier.create(this.store.find("s", "count", Integer.class)).expectNext(1).verifyComplete();
		this.store.remove("s").block();
		StepVerifier.create(this.store.find("s", "count", Integer.class)).verifyComplete();
		StepVerifier.create(this.store.find("t", "count", Integer.class)).expectNext(2).verifyComplete();
	}

	@Test
	void savingNullForgetsTheValue() {
		this.store.save("s", "count", 1).block();
		this.store.save("s", "name", "Bob").block();
		this.store.save("s", "count", null).block();
		StepVerifier.create(this.store.find("s", "count", Integer.class)).verifyComplete();
		StepVerifier.create(this.store.find("s", "name", String.class)).expectNext("Bob").verifyComplete();
		StepVerifier.create(this.store.save("unknown", "count", null)).verifyComplete();
	}

	@Test
	void removingAndTouchingAnUnknownSessionIsFine() {
		StepVerifier.create(this.store.remove("unknown")).verifyComplete();
		StepVerifier.create(this.store.touch("unknown")).verifyComplete();
		StepVerifier.create(this.store.find("unknown", "count", Integer.class)).verifyComplete();
	}

}
