package io.github.gradiospring.client.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/**
 * The messages of one job, from the stream of its session to its subscriber. Several
 * threads may tell it something; it passes that on one after the other, and ends once,
 * with the first end.
 */
final class JobChannel {

	private final Sinks.Many<ServerMessage> sink;

	private final Queue<Consumer<Sinks.Many<ServerMessage>>> signals = new ConcurrentLinkedQueue<>();

	private final AtomicInteger undelivered = new AtomicInteger();

	private final AtomicBoolean ended = new AtomicBoolean();

	private final int limit;

	private @Nullable Runnable overflow;

	JobChannel(int limit) {
		this.limit = limit;
		this.sink = Sinks.many().unicast().onBackpressureBuffer(new MessageBuffer(limit));
	}

	/** Sets what to do when the subscriber is so slow that the job is given up. */
	void onOverflow(Runnable overflow) {
		this.overflow = overflow;
	}

	/**
	 * Takes a message, to be passed on with the next {@link #deliver}.
	 * @param message the message
	 */
	void accept(ServerMessage message) {
		if (this.ended.get()) {
			return;
		}
		this.signals.add((sink) -> {
			if (sink.tryEmitNext(message) == EmitResult.FAIL_OVERFLOW) {
				overflow(sink);
			}
		});
		if (message instanceof ProcessCompleted && this.ended.compareAndSet(false, true)) {
			this.signals.add(Sinks.Many::tryEmitComplete);
		}
	}

	/** Ends the job with an error, if it has not ended yet. */
	void fail(Throwable error) {
		if (this.ended.compareAndSet(false, true)) {
			this.signals.add((sink) -> sink.tryEmitError(error));
			deliver();
		}
	}

	/**
	 * Says that nobody wants to know any more.
	 * @return whether the job had not ended yet
	 */
	boolean leave() {
		return this.ended.compareAndSet(false, true);
	}

	/** Passes on what was accepted; under no lock, as the subscriber's code runs. */
	void deliver() {
		if (this.undelivered.getAndIncrement() != 0) {
			return;
		}
		int missed = 1;
		do {
			for (Consumer<Sinks.Many<ServerMessage>> next = this.signals.poll(); next != null; next = this.signals
				.poll()) {
				next.accept(this.sink);
			}
			missed = this.undelivered.addAndGet(-missed);
		}
		while (missed != 0);
	}

	private void overflow(Sinks.Many<ServerMessage> sink) {
		this.ended.set(true);
		sink.tryEmitError(new ConnectionLostException(
				"More than %d messages waited for the subscriber of this job.".formatted(this.limit)));
		if (this.overflow != null) {
			this.overflow.run();
		}
	}

	Flux<ServerMessage> messages() {
		return this.sink.asFlux();
	}

}
