package io.github.gradiospring.client.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.error.ClientClosedException;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.request.CancelRequest;
import io.github.gradiospring.protocol.request.JoinRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;
import tools.jackson.databind.JsonNode;

/**
 * One session: its jobs by event, and the one stream that their messages come on. What
 * changes does so under the lock of this object; nobody is told anything under it.
 */
final class Session implements MessageStream.Listener {

	private final String hash;

	private final SessionOptions options;

	private final JoinGate gate;

	private final Consumer<Session> onEnd;

	private final Heartbeat heartbeat = new Heartbeat();

	private final MessageStream stream;

	private final Map<String, JobChannel> jobs = new HashMap<>();

	private final EarlyMessages early = new EarlyMessages();

	/** Calls whose answer to the join has not come yet. */
	private final Set<Call> joining = new HashSet<>();

	/** Ends the calls that have streams of their own. */
	private final Sinks.Empty<ServerMessage> closing = Sinks.empty();

	private boolean retired;

	private boolean closed;

	Session(String hash, SessionOptions options, JoinGate gate, Consumer<Session> onEnd) {
		this.hash = hash;
		this.onEnd = onEnd;
		this.options = options;
		this.gate = gate;
		this.stream = new MessageStream(this, options);
	}

	String hash() {
		return this.hash;
	}

	Flux<ServerMessage> call(ConnectedApp app, JoinCall call) {
		return Flux.deferContextual((context) -> {
			if (app.app().config().connectHeartbeat()) {
				this.heartbeat.start(app.http(), this.hash, this.options.scheduler());
			}
			if (app.app().config().protocol().equals(JobStream.PROTOCOL)) {
				return new JobStream(app.http(), this.hash, call, this.options).messages()
					.takeUntilOther(this.closing.asMono());
			}
			Call open = new Call(app.http(), call, closesStreams(app));
			return open.channel.messages().doFirst(() -> open.join(context)).doOnCancel(open::cancel);
		});
	}

	@Override
	public void onMessage(ServerMessage message) {
		String eventId = message.eventId();
		JobChannel job;
		synchronized (this) {
			job = (eventId != null) ? this.jobs.get(eventId) : null;
			if (job == null) {
				if (eventId != null && !this.joining.isEmpty()) {
					this.early.add(eventId, message);
				}
				return;
			}
		}
		job.accept(message);
		job.deliver();
		if (message instanceof ProcessCompleted) {
			forget(eventId, job);
		}
	}

	@Override
	public void onLost(GradioClientException error) {
		failAll(error);
	}

	@Override
	public synchronized boolean isWanted() {
		return !this.closed && !this.jobs.isEmpty();
	}

	private static boolean closesStreams(ConnectedApp app) {
		return app.app().config().protocol().equals(GradioProtocol.PROTOCOL);
	}

	private void failAll(Throwable error) {
		List<JobChannel> failed;
		synchronized (this) {
			failed = new ArrayList<>(this.jobs.values());
			this.jobs.clear();
			this.early.clear();
		}
		failed.forEach((job) -> job.fail(error));
		endIfRetired();
	}

	private void forget(@Nullable String eventId, JobChannel job) {
		boolean last;
		synchronized (this) {
			this.jobs.remove(eventId, job);
			last = this.jobs.isEmpty() && this.joining.isEmpty();
		}
		if (last) {
			this.stream.unwanted();
		}
		endIfRetired();
	}

	/** Takes no more calls, and ends with the last one that runs. */
	void retire() {
		synchronized (this) {
			this.retired = true;
		}
		endIfRetired();
	}

	private void endIfRetired() {
		synchronized (this) {
			if (!this.retired || !this.joining.isEmpty() || !this.jobs.isEmpty()) {
				return;
			}
		}
		end();
	}

	void close() {
		Throwable closed = new ClientClosedException("The client was closed.");
		List<Call> underWay;
		synchronized (this) {
			this.closed = true;
			underWay = new ArrayList<>(this.joining);
		}
		this.closing.tryEmitError(closed);
		underWay.forEach((call) -> call.channel.fail(closed));
		failAll(closed);
		end();
	}

	private void end() {
		this.stream.close();
		this.heartbeat.stop();
		this.onEnd.accept(this);
	}

	/** A call, from before it has an event to its end. */
	private final class Call {

		private final GradioHttp http;

		private final JoinCall call;

		private final boolean closesStreams;

		private final JobChannel channel = new JobChannel(Session.this.options.maxUnread());

		private @Nullable String eventId;

		private boolean left;

		Call(GradioHttp http, JoinCall call, boolean closesStreams) {
			this.http = http;
			this.call = call;
			this.closesStreams = closesStreams;
			this.channel.onOverflow(this::giveUp);
		}

		private void giveUp() {
			String known;
			synchronized (Session.this) {
				known = this.eventId;
			}
			if (known != null) {
				cancelOnServer(known);
				forget(known, this.channel);
			}
		}

		/**
		 * The answer is awaited even if the caller leaves, or nobody could cancel the
		 * event.
		 */
		void join(ContextView context) {
			synchronized (Session.this) {
				if (Session.this.closed) {
					this.left = true;
				}
				else {
					Session.this.joining.add(this);
				}
			}
			if (this.left) {
				this.channel.fail(new ClientClosedException("The client was closed."));
				return;
			}
			JoinRequest request = new JoinRequest(this.call.data(), this.call.endpoint().dependency().id(),
					Session.this.hash, this.call.eventData(), null, false, false);
			Session.this.gate.pass(Mono
				.defer(() -> isLeft() ? Mono.<JsonNode>empty() : this.http.post(this.http.api("queue/join"), request))
				.timeout(Session.this.options.silenceTimeout(), Session.this.options.scheduler())
				.onErrorMap(HttpErrors::of)
				.doOnNext((answer) -> joined(answer.path("event_id").asString("")))
				.doOnError(this::refused)
				.doFinally((signal) -> arrived())
				.contextWrite(context));
		}

		private boolean isLeft() {
			synchronized (Session.this) {
				return this.left;
			}
		}

		private void joined(String eventId) {
			if (eventId.isEmpty()) {
				refused(new ConnectionLostException("The app took the call without naming its event."));
				return;
			}
			boolean cancelled;
			boolean ended;
			boolean completed = false;
			JobChannel replaced = null;
			synchronized (Session.this) {
				this.eventId = eventId;
				cancelled = this.left;
				ended = Session.this.closed;
				if (!cancelled && !ended) {
					for (ServerMessage message : Session.this.early.take(eventId)) {
						this.channel.accept(message);
						completed |= message instanceof ProcessCompleted;
					}
					if (!completed) {
						replaced = Session.this.jobs.put(eventId, this.channel);
					}
				}
			}
			if (cancelled || ended) {
				this.channel.fail(new ClientClosedException("The client was closed."));
				cancelOnServer(eventId);
				return;
			}
			if (replaced != null) {
				replaced.fail(new ConnectionLostException("The app gave two calls the same event."));
			}
			this.channel.deliver();
			if (!completed) {
				Session.this.stream.open(this.http, this.closesStreams,
						this.http.api("queue/data?session_hash=" + Session.this.hash));
			}
		}

		private void refused(Throwable error) {
			this.channel.fail(error);
		}

		private void arrived() {
			synchronized (Session.this) {
				Session.this.joining.remove(this);
				if (Session.this.joining.isEmpty()) {
					Session.this.early.clear();
				}
			}
			endIfRetired();
		}

		void cancel() {
			String known;
			synchronized (Session.this) {
				this.left = true;
				known = this.eventId;
			}
			if (this.channel.leave() && known != null) {
				cancelOnServer(known);
				forget(known, this.channel);
			}
		}

		private void cancelOnServer(String eventId) {
			CancelRequest request = new CancelRequest(eventId, Session.this.hash,
					this.call.endpoint().dependency().id());
			// Servers before 4.30 know the second one only
			this.http.post(this.http.api("cancel"), request)
				.onErrorComplete()
				.then(this.http.post(this.http.api("reset"), Map.of("event_id", eventId)))
				.onErrorComplete()
				.subscribe();
		}

	}

}
