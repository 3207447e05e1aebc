package io.github.gradiospring.server.session;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What producers of a full channel wait for: room, or the end of their patience. */
final class Room {

	private final Sinks.Empty<Void> sink = Sinks.empty();

	private final Disposable timeout;

	Room(Disposable timeout) {
		this.timeout = timeout;
	}

	Mono<Void> whenFree() {
		return this.sink.asMono();
	}

	void free() {
		this.timeout.dispose();
		this.sink.tryEmitEmpty();
	}

	void fail(Throwable cause) {
		this.timeout.dispose();
		this.sink.tryEmitError(cause);
	}

}
