package io.github.gradiospring.client.hub;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How to copy a Space.
 *
 * @param from the Space, <code>owner/name</code>
 * @param to the copy, {@code null} for the same name in the account of the token
 * @param isPrivate whether only the account sees it
 * @param hardware the hardware, {@code null} for that of the original
 * @param secrets secrets of the copy
 * @param sleepTime after what time without calls it sleeps, {@code null} for the Hub's
 * default
 */
public record DuplicateRequest(String from, @Nullable String to, boolean isPrivate, @Nullable String hardware,
		Map<String, String> secrets, @Nullable Duration sleepTime) {

	public DuplicateRequest {
		secrets = Map.copyOf(secrets);
	}

	/**
	 * A private copy under the same name.
	 * @param from the Space
	 * @return the request
	 */
	public static DuplicateRequest of(String from) {
		return new DuplicateRequest(from, null, true, null, Map.of(), null);
	}

	@Override
	public String toString() {
		return "DuplicateRequest[from=" + this.from + ", to=" + this.to + ", secrets=" + this.secrets.keySet() + "]";
	}

}
