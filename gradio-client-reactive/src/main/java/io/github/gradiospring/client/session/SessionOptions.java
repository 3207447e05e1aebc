package io.github.gradiospring.client.session;

import java.time.Duration;

import io.github.gradiospring.client.error.ConnectionLostException;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How a session treats its connection.
 *
 * @param silenceTimeout after what time without a sign of life a stream is taken for
 * broken
 * @param maxUnread how many messages of one job may wait for its subscriber
 * @param maxJoins how many calls are on their way to the app at a time
 * @param scheduler measures the time
 */
public record SessionOptions(Duration silenceTimeout, int maxUnread, int maxJoins, Scheduler scheduler) {

	/**
	 * 60 seconds, 100,000 messages, 64 calls.
	 * @return the options
	 */
	public static SessionOptions defaults() {
		return new SessionOptions(Duration.ofSeconds(60), 100_000, 64, Schedulers.parallel());
	}

	/**
	 * The same with another time.
	 * @param silenceTimeout four heartbeats of Gradio by default
	 * @return a copy
	 */
	public SessionOptions withSilenceTimeout(Duration silenceTimeout) {
		return new SessionOptions(silenceTimeout, this.maxUnread, this.maxJoins, this.scheduler);
	}

	/** What a stream fails with that gave no sign of life for too long. */
	ConnectionLostException silent(Throwable timeout) {
		return new ConnectionLostException(
				"The app was silent for %s, without a heartbeat.".formatted(this.silenceTimeout), timeout);
	}

}
