package io.github.gradiospring.test.mock;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A place in an answer at which calls wait until the test lets them go on, instead of a
 * delay. Once released it holds nobody any more. Thread-safe.
 */
public final class MockHold {

	private final Sinks.Empty<Void> reached = Sinks.empty();

	private final Sinks.Empty<Void> released = Sinks.empty();

	/** Lets the calls that wait here go on, and all that come later. */
	public void release() {
		this.released.tryEmitEmpty();
	}

	/**
	 * When a first call is here.
	 * @return completes when a call waits here, or has passed; never fails
	 */
	public Mono<Void> reached() {
		return this.reached.asMono();
	}

	/**
	 * Waits until a first call is here.
	 * @param timeout how long to wait at most
	 * @throws AssertionError when no call has come by then
	 */
	public void awaitReached(Duration timeout) {
		try {
			reached().block(timeout);
		}
		catch (IllegalStateException ex) {
			throw new AssertionError("No call has reached the hold within " + timeout, ex);
		}
	}

	/** Waits here. */
	Mono<Void> pass() {
		return Mono.defer(() -> {
			this.reached.tryEmitEmpty();
			return this.released.asMono();
		});
	}

}
