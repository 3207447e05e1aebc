package io.github.gradiospring.server.session;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.gradiospring.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * The subscription of the one that reads a channel. Whoever brings news, a producer or
 * the reader's own request, calls {@link #drain()}; the first one in emits for all.
 */
final class ChannelReader implements Subscription {

	private final Channel channel;

	private final CoreSubscriber<? super List<ServerMessage>> downstream;

	private final AtomicLong requested = new AtomicLong();

	private final AtomicInteger news = new AtomicInteger();

	private volatile boolean cancelled;

	private volatile @Nullable End end;

	ChannelReader(Channel channel, CoreSubscriber<? super List<ServerMessage>> downstream) {
		this.channel = channel;
		this.downstream = downstream;
	}

	/** Hands over to the reader, once the downstream knows its subscription. */
	void start() {
		this.downstream.onSubscribe(this);
		if (this.channel.attach(this)) {
			if (this.cancelled) {
				this.channel.detach(this);
			}
			drain();
		}
		else {
			end(null);
		}
	}

	@Override
	public void request(long n) {
		if (Operators.validate(n)) {
			this.requested.accumulateAndGet(n, Operators::addCap);
			drain();
		}
	}

	@Override
	public void cancel() {
		this.cancelled = true;
		this.channel.detach(this);
	}

	/**
	 * Ends the reader: somebody else reads now, or the channel is gone.
	 * @param error why, or {@code null} to complete
	 */
	void end(@Nullable Throwable error) {
		this.end = new End(error);
		drain();
	}

	void drain() {
		if (this.news.getAndIncrement() != 0) {
			return;
		}
		int seen = 1;
		do {
			emit();
			seen = this.news.addAndGet(-seen);
		}
		while (seen != 0);
	}

	private void emit() {
		while (!this.cancelled) {
			End ended = this.end;
			if (ended != null) {
				terminate(ended);
				return;
			}
			List<ServerMessage> batch = (this.requested.get() > 0) ? this.channel.take(this) : List.of();
			if (batch.isEmpty()) {
				if (this.channel.finish(this)) {
					terminate(new End(null));
				}
				return;
			}
			if (this.requested.get() != Long.MAX_VALUE) {
				this.requested.decrementAndGet();
			}
			this.downstream.onNext(batch);
		}
	}

	private void terminate(End ended) {
		this.cancelled = true;
		Throwable error = ended.error();
		if (error != null) {
			this.downstream.onError(error);
		}
		else {
			this.downstream.onComplete();
		}
	}

	private record End(@Nullable Throwable error) {
	}

}
