package io.github.gradiospring.client.session;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.error.ClientClosedException;
import io.github.gradiospring.protocol.message.ServerMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the session of a client, and those before it that still have jobs. */
public final class DefaultSessionCalls implements SessionCalls {

	private final SessionOptions options;

	private final JoinGate gate;

	private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

	private volatile Session current;

	private volatile boolean closed;

	/**
	 * Begins a session.
	 * @param options how it treats its connection
	 */
	public DefaultSessionCalls(SessionOptions options) {
		this.options = options;
		this.gate = new JoinGate(options.maxJoins());
		this.current = newSession();
	}

	private Session newSession() {
		Session session = new Session(UUID.randomUUID().toString(), this.options, this.gate, this.sessions::remove);
		this.sessions.add(session);
		return session;
	}

	@Override
	public String sessionHash() {
		return this.current.hash();
	}

	@Override
	public synchronized void reset() {
		Session old = this.current;
		this.current = newSession();
		old.retire();
	}

	@Override
	public Flux<ServerMessage> call(ConnectedApp app, JoinCall call) {
		return Flux.defer(() -> this.closed ? Flux.error(new ClientClosedException("The client was closed."))
				: this.current.call(app, call));
	}

	@Override
	public Mono<Void> close() {
		return Mono.fromRunnable(() -> {
			this.closed = true;
			this.sessions.forEach(Session::close);
			this.gate.close();
		});
	}

}
