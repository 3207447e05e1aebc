package io.github.gradiospring.client.session;

import java.time.Duration;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/**
 * Lets so many calls to the app at a time; a thousand at once would take all the
 * connections of a pool, and the stream would get none.
 */
final class JoinGate {

	private static final EmitFailureHandler WHEN_TWO_MEET = EmitFailureHandler.busyLooping(Duration.ofSeconds(5));

	private final Sinks.Many<Mono<Void>> waiting = Sinks.many().unicast().onBackpressureBuffer();

	private final Disposable passing;

	JoinGate(int width) {
		this.passing = this.waiting.asFlux().flatMap(Mono::onErrorComplete, width, 1).subscribe();
	}

	/** Runs a call when there is room; its outcome is for the call itself to see. */
	void pass(Mono<?> call) {
		this.waiting.emitNext(call.then(), WHEN_TWO_MEET);
	}

	void close() {
		this.passing.dispose();
	}

}
