package io.github.gradiospring.client.session;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.protocol.message.CloseStream;
import io.github.gradiospring.protocol.message.Heartbeat;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.message.UnexpectedError;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.codec.ServerSentEvent;

/**
 * The connection on which the messages of a session come: opened when a job needs it,
 * opened again when the server ended it too early, resumed after a drop if the server
 * numbers its messages.
 */
final class MessageStream {

	private static final Log logger = LogFactory.getLog(MessageStream.class);

	/** How often a stream is opened again without a message for anybody. */
	private static final int MAX_FRUITLESS = 5;

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final Listener listener;

	private final SessionOptions options;

	private @Nullable Connection connection;

	private int fruitless;

	private @Nullable String lastEventId;

	private boolean closed;

	MessageStream(Listener listener, SessionOptions options) {
		this.listener = listener;
		this.options = options;
	}

	/**
	 * Opens the stream if it is not open.
	 * @param http the connection to the app
	 * @param closesStreams whether the app says when a stream is over
	 * @param uri the address
	 */
	void open(GradioHttp http, boolean closesStreams, URI uri) {
		Connection opened;
		synchronized (this) {
			if (this.closed || this.connection != null) {
				return;
			}
			opened = new Connection(http, closesStreams, uri);
			this.connection = opened;
		}
		opened.start(Duration.ZERO, null);
	}

	/**
	 * Nobody waits for a message. Servers of today end the stream themselves, and a call
	 * that comes soon may use it; older ones do not.
	 */
	void unwanted() {
		Connection open;
		synchronized (this) {
			this.fruitless = 0;
			open = this.connection;
		}
		if (open != null && !open.closesStreams) {
			detach(open);
			open.dispose();
		}
	}

	void close() {
		Connection open;
		synchronized (this) {
			this.closed = true;
			open = this.connection;
			this.connection = null;
		}
		if (open != null) {
			open.dispose();
		}
	}

	private synchronized boolean detach(Connection ended) {
		if (this.connection != ended) {
			return false;
		}
		this.connection = null;
		return true;
	}

	/** What a stream tells. */
	interface Listener {

		/** Takes a message of a job. */
		void onMessage(ServerMessage message);

		/** The messages of all open jobs are lost. */
		void onLost(GradioClientException error);

		/** Whether somebody waits for messages. */
		boolean isWanted();

	}

	/** One request, to its end. */
	private final class Connection {

		private final GradioHttp http;

		private final boolean closesStreams;

		private final URI uri;

		private final Disposable.Swap subscription = Disposables.swap();

		private boolean closing;

		Connection(GradioHttp http, boolean closesStreams, URI uri) {
			this.http = http;
			this.closesStreams = closesStreams;
			this.uri = uri;
		}

		void start(Duration delay, @Nullable String lastEventId) {
			Flux<ServerSentEvent<String>> events = this.http.events(this.uri, lastEventId)
				.timeout(MessageStream.this.options.silenceTimeout(), MessageStream.this.options.scheduler());
			Flux<ServerSentEvent<String>> delayed = delay.isZero() ? events
					: Mono.delay(delay, MessageStream.this.options.scheduler()).thenMany(events);
			this.subscription.update(delayed.subscribe(this::onEvent, this::onError, this::onEnd));
		}

		void dispose() {
			this.subscription.dispose();
		}

		private void onEvent(ServerSentEvent<String> event) {
			if (event.id() != null) {
				synchronized (MessageStream.this) {
					MessageStream.this.lastEventId = event.id();
				}
			}
			ServerMessage message = Messages.parse(event.data());
			if (message == null || message instanceof Heartbeat) {
				return;
			}
			if (message instanceof CloseStream) {
				this.closing = true;
				ended();
				this.subscription.dispose();
			}
			else if (message instanceof UnexpectedError error) {
				failed(error);
			}
			else {
				synchronized (MessageStream.this) {
					MessageStream.this.fruitless = 0;
				}
				MessageStream.this.listener.onMessage(message);
			}
		}

		private void failed(UnexpectedError error) {
			String reason = error.sessionNotFound() ? "The app does not know the session any more: " + error.message()
					: "The app gave up the session: " + error.message();
			this.closing = true;
			detach(this);
			MessageStream.this.listener.onLost(new ConnectionLostException(reason));
			this.subscription.dispose();
		}

		private void onError(Throwable error) {
			if (!this.closing) {
				dropped(HttpErrors
					.of((error instanceof TimeoutException) ? MessageStream.this.options.silent(error) : error));
			}
		}

		private void onEnd() {
			if (this.closing) {
				return;
			}
			if (this.closesStreams) {
				dropped(new ConnectionLostException("The app ended the stream before its jobs were done."));
			}
			else {
				ended();
			}
		}

		/** The server has nothing more to tell; a job that joined just now opens anew. */
		private void ended() {
			if (!detach(this) || !MessageStream.this.listener.isWanted()) {
				return;
			}
			if (again()) {
				reopen(PAUSE, null);
			}
			else {
				MessageStream.this.listener
					.onLost(new ConnectionLostException("The app ended the stream before its jobs were done."));
			}
		}

		private void dropped(GradioClientException error) {
			String resumeAt;
			synchronized (MessageStream.this) {
				resumeAt = MessageStream.this.lastEventId;
			}
			if (!detach(this)) {
				return;
			}
			if (resumeAt != null && MessageStream.this.listener.isWanted() && again()) {
				logger.debug("A stream broke and is resumed", error);
				reopen(PAUSE, resumeAt);
			}
			else {
				MessageStream.this.listener.onLost(error);
			}
		}

		private boolean again() {
			synchronized (MessageStream.this) {
				return ++MessageStream.this.fruitless <= MAX_FRUITLESS;
			}
		}

		private void reopen(Duration pause, @Nullable String lastEventId) {
			Connection next = new Connection(this.http, this.closesStreams, this.uri);
			synchronized (MessageStream.this) {
				if (MessageStream.this.closed || MessageStream.this.connection != null) {
					return;
				}
				MessageStream.this.connection = next;
			}
			next.start(pause, lastEventId);
		}

	}

}
