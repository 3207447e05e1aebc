package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The body of a stream of server-sent events: one buffer and one flush for each batch.
 * <p>
 * Servers ask for many groups of buffers ahead. Here a group is only a promise, and a
 * batch is asked of the source when the server takes up the group; so a slow client holds
 * its source. A heartbeat fills a group that waits for a batch, and never queues behind
 * unsent ones.
 *
 * @param <T> what is sent
 */
final class EventStream<T> extends BaseSubscriber<List<T>> {

	static final String MEDIA_TYPE = "text/event-stream; charset=utf-8";

	private static final int BUFFER_SIZE = 512;

	private final Flux<List<T>> source;

	private final FrameWriter<T> writer;

	private final byte[] heartbeat;

	private final @Nullable Duration interval;

	private final Runnable onCancel;

	/** Stands for a heartbeat, and is no batch that a source emits. */
	private final List<T> beat = List.of();

	private final Disposable.Swap timer = Disposables.swap();

	private @Nullable MonoSink<List<T>> waiting;

	private @Nullable List<T> ready;

	private @Nullable Throwable failure;

	private boolean requested;

	private boolean done;

	private EventStream(Builder<T> builder) {
		this.source = builder.source;
		this.writer = builder.writer;
		this.heartbeat = builder.heartbeat;
		this.interval = builder.interval;
		this.onCancel = builder.onCancel;
	}

	/**
	 * Starts a stream.
	 * @param source the batches; one is requested at a time
	 * @param writer writes batches
	 * @param <T> what is sent
	 * @return a builder
	 */
	static <T> Builder<T> of(Flux<List<T>> source, FrameWriter<T> writer) {
		return new Builder<>(source, writer);
	}

	private Flux<Publisher<DataBuffer>> groups(DataBufferFactory factory) {
		return Flux.<Publisher<DataBuffer>>generate((sink) -> {
			if (isDone()) {
				sink.complete();
			}
			else {
				sink.next(Mono.<List<T>>create(this::pull).mapNotNull((batch) -> encode(batch, factory)));
			}
		}).doFirst(this::start).doOnCancel(this::leave).doOnTerminate(this.timer::dispose);
	}

	private void start() {
		this.source.subscribe(this);
		if (this.interval != null) {
			long millis = this.interval.toMillis();
			this.timer
				.update(Schedulers.parallel().schedulePeriodically(this::beat, millis, millis, TimeUnit.MILLISECONDS));
		}
	}

	private synchronized boolean isDone() {
		return this.done && this.ready == null && this.failure == null;
	}

	private void pull(MonoSink<List<T>> sink) {
		List<T> batch;
		Throwable error;
		boolean request = false;
		synchronized (this) {
			batch = this.ready;
			this.ready = null;
			error = (batch == null) ? this.failure : null;
			if (error != null) {
				this.failure = null;
			}
			if (batch == null && !this.done) {
				this.waiting = sink;
				request = !this.requested;
				this.requested = true;
			}
		}
		if (request) {
			request(1);
		}
		else if (batch != null) {
			sink.success(batch);
		}
		else if (error != null) {
			sink.error(error);
		}
		else if (isDone()) {
			sink.success();
		}
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		// A batch is requested when the server asks for one
	}

	@Override
	protected void hookOnNext(List<T> batch) {
		MonoSink<List<T>> sink;
		synchronized (this) {
			this.requested = false;
			sink = takeWaiting();
			if (sink == null) {
				this.ready = batch;
			}
		}
		if (sink != null) {
			sink.success(batch);
		}
	}

	@Override
	protected void hookOnComplete() {
		MonoSink<List<T>> sink = end(null);
		if (sink != null) {
			sink.success();
		}
	}

	@Override
	protected void hookOnError(Throwable error) {
		MonoSink<List<T>> sink = end(error);
		if (sink != null) {
			sink.error(error);
		}
	}

	private synchronized @Nullable MonoSink<List<T>> end(@Nullable Throwable error) {
		this.done = true;
		this.timer.dispose();
		MonoSink<List<T>> sink = takeWaiting();
		this.failure = (sink == null) ? error : null;
		return sink;
	}

	private @Nullable MonoSink<List<T>> takeWaiting() {
		MonoSink<List<T>> sink = this.waiting;
		this.waiting = null;
		return sink;
	}

	private void beat() {
		MonoSink<List<T>> sink;
		synchronized (this) {
			sink = takeWaiting();
		}
		if (sink != null) {
			sink.success(this.beat);
		}
	}

	private void leave() {
		boolean left;
		synchronized (this) {
			left = !this.done;
			this.done = true;
		}
		this.timer.dispose();
		cancel();
		if (left) {
			this.onCancel.run();
		}
	}

	private @Nullable DataBuffer encode(List<T> batch, DataBufferFactory factory) {
		if (batch == this.beat) {
			return factory.wrap(this.heartbeat);
		}
		DataBuffer buffer = factory.allocateBuffer(BUFFER_SIZE * Math.max(1, batch.size()));
		try (OutputStream out = buffer.asOutputStream()) {
			this.writer.write(batch, out);
		}
		catch (IOException ex) {
			DataBufferUtils.release(buffer);
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException ex) {
			DataBufferUtils.release(buffer);
			throw ex;
		}
		if (buffer.readableByteCount() == 0) {
			DataBufferUtils.release(buffer);
			return null;
		}
		return buffer;
	}

	/**
	 * Builds an {@link EventStream}.
	 *
	 * @param <T> what is sent
	 */
	static final class Builder<T> {

		private final Flux<List<T>> source;

		private final FrameWriter<T> writer;

		private byte[] heartbeat = {};

		private @Nullable Duration interval;

		private Runnable onCancel = () -> {
		};

		private Builder(Flux<List<T>> source, FrameWriter<T> writer) {
			this.source = source;
			this.writer = writer;
		}

		/** Sets what is sent when there was nothing else for a while. */
		Builder<T> heartbeat(byte[] heartbeat, Duration interval) {
			this.heartbeat = heartbeat;
			this.interval = interval;
			return this;
		}

		/** Sets what to do when the client leaves before the source has ended. */
		Builder<T> onCancel(Runnable onCancel) {
			this.onCancel = onCancel;
			return this;
		}

		/** Answers with the stream. */
		Mono<ServerResponse> respond() {
			return ServerResponse.ok()
				.header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
				.header(HttpHeaders.CACHE_CONTROL, "no-cache")
				// nginx would hold messages back
				.header("X-Accel-Buffering", "no")
				.body((message, context) -> {
					EventStream<T> stream = new EventStream<>(this);
					return message.writeAndFlushWith(stream.groups(message.bufferFactory()))
						// Spring does not cancel the body when the head of the answer
						// fails
						.doOnError((ex) -> stream.leave());
				});
		}

	}

}
