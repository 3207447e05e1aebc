package io.github.gradiospring.server.web;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.fail;

/** Waits for what happens on other threads. */
public final class Await {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private Await() {
	}

	/** Waits until a condition holds, and fails when it does not for long. */
	public static void until(String what, Callable<Boolean> condition) {
		long end = System.nanoTime() + LIMIT.toNanos();
		try {
			while (!condition.call()) {
				if (System.nanoTime() > end) {
					fail("Waited in vain: " + what);
				}
				LockSupport.parkNanos(1_000_000);
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
