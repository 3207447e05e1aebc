package io.github.gradiospring.server.web;

import java.time.Duration;

import io.github.gradiospring.server.session.GradioSessions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Sessions whose beats are quick. */
final class TestSessions implements GradioSessions {

	final Sinks.Many<String> left = Sinks.many().replay().all();

	final Sinks.Empty<Void> stop = Sinks.empty();

	@Override
	public Flux<Long> connect(String sessionHash) {
		return Flux.interval(Duration.ZERO, Duration.ofMillis(20))
			.onBackpressureDrop()
			.takeUntilOther(this.stop.asMono())
			.doOnCancel(() -> this.left.tryEmitNext(sessionHash));
	}

	@Override
	public int size() {
		return 0;
	}

}
