package io.github.gradiospring.server.session;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the state of sessions: named values that live as long as the session.
 * Implementations are bounded and let sessions expire.
 */
public interface SessionStateStore {

	/**
	 * Finds a value.
	 * @param sessionHash the session
	 * @param name the name of the value
	 * @param type the type that the application declared for it
	 * @param <T> the type
	 * @return the value, or empty when the session has none
	 */
	<T> Mono<T> find(String sessionHash, String name, Class<T> type);

	/**
	 * Keeps a value.
	 * @param sessionHash the session
	 * @param name the name of the value
	 * @param value the value, {@code null} to forget it
	 * @return completes when the value is kept
	 */
	Mono<Void> save(String sessionHash, String name, @Nullable Object value);

	/**
	 * Forgets all values of a session.
	 * @param sessionHash the session
	 * @return completes when they are gone, also if there were none
	 */
	Mono<Void> remove(String sessionHash);

	/**
	 * Keeps the values of a session alive without using them.
	 * @param sessionHash the session
	 * @return completes when they were touched, also if there were none
	 */
	default Mono<Void> touch(String sessionHash) {
		return Mono.empty();
	}

	/**
	 * The sessions whose values are gone without {@link #remove}, because they were not
	 * used for too long or there were too many.
	 * @return the sessions from now on; never ends
	 */
	default Flux<String> expirations() {
		return Flux.never();
	}

}
