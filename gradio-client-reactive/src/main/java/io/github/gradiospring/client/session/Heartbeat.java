package io.github.gradiospring.client.session;

import java.net.URI;
import java.time.Duration;

import io.github.gradiospring.client.http.GradioHttp;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * The connection that tells an app how long a session lives; an app forgets the state of
 * one whose connection ends.
 */
final class Heartbeat {

	private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

	private static final Duration LAST_RETRY = Duration.ofSeconds(30);

	private final Disposable.Swap connection = Disposables.swap();

	private boolean started;

	/** Opens the connection, once. */
	synchronized void start(GradioHttp http, String sessionHash, Scheduler scheduler) {
		if (this.started) {
			return;
		}
		this.started = true;
		URI uri = http.api("heartbeat/" + sessionHash);
		this.connection.update(http.events(uri, null)
			.then()
			// The app has ended it, for instance since it was restarted
			.repeatWhen((ends) -> ends.delayElements(FIRST_RETRY, scheduler))
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_RETRY).maxBackoff(LAST_RETRY).scheduler(scheduler))
			.subscribe());
	}

	void stop() {
		this.connection.dispose();
	}

}
