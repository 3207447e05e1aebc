package io.github.gradiospring.server.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.session.SessionStateStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The values of a session that one call declares. */
final class SessionStates {

	private final SessionStateStore store;

	private final @Nullable String sessionHash;

	private final List<DefaultStateValue> values;

	private SessionStates(SessionStateStore store, @Nullable String sessionHash, List<DefaultStateValue> values) {
		this.store = store;
		this.sessionHash = sessionHash;
		this.values = values;
	}

	/**
	 * Loads what an endpoint declares; a call without a session gets initial values.
	 * @param store where the values are
	 * @param endpoint the endpoint
	 * @param sessionHash the session, {@code null} without one
	 * @return the values, or the error of the store
	 */
	static Mono<SessionStates> load(SessionStateStore store, Endpoint endpoint, @Nullable String sessionHash) {
		return Flux.fromIterable(endpoint.states())
			.concatMap((state) -> load(store, state, sessionHash))
			.collect(() -> new ArrayList<DefaultStateValue>(endpoint.states().size()), List::add)
			.map((values) -> new SessionStates(store, sessionHash, values));
	}

	private static Mono<DefaultStateValue> load(SessionStateStore store, StateDeclaration state,
			@Nullable String sessionHash) {
		Mono<DefaultStateValue> initial = Mono.fromSupplier(() -> new DefaultStateValue(state, null));
		if (sessionHash == null) {
			return initial;
		}
		return store.find(sessionHash, state.name(), state.type())
			.map((stored) -> new DefaultStateValue(state, stored))
			.switchIfEmpty(initial);
	}

	Map<String, StateValue<Object>> byName() {
		Map<String, StateValue<Object>> byName = new LinkedHashMap<>();
		this.values.forEach((value) -> byName.put(value.name(), value));
		return byName;
	}

	/**
	 * Keeps what was set since the last time.
	 * @return completes when it is kept, or fails with the error of the store
	 */
	Mono<Void> save() {
		String session = this.sessionHash;
		if (session == null) {
			return Mono.empty();
		}
		return Flux.fromIterable(this.values)
			.filter(DefaultStateValue::takeChanged)
			.concatMap((value) -> this.store.save(session, value.name(), value.get()))
			.then();
	}

}
