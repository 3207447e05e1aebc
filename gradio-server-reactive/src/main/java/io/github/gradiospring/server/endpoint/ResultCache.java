package io.github.gradiospring.server.endpoint;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the results of endpoints that ask for it, by endpoint and values, and by session
 * where the policy says so. Bounded; results expire.
 */
public interface ResultCache {

	/**
	 * Finds the results of an earlier call.
	 * @param endpoint the endpoint
	 * @param data one value per input component
	 * @param sessionHash the session of the caller
	 * @return the rows in the order in which they were produced, or {@code null}; always
	 * {@code null} for an endpoint without a cache policy
	 */
	@Nullable List<List<JsonNode>> find(Endpoint endpoint, List<JsonNode> data, @Nullable String sessionHash);

	/**
	 * Keeps the results of a call that ended well.
	 * @param endpoint the endpoint
	 * @param data one value per input component
	 * @param sessionHash the session of the caller
	 * @param rows the rows in the order in which they were produced
	 */
	void save(Endpoint endpoint, List<JsonNode> data, @Nullable String sessionHash, List<List<JsonNode>> rows);

	/**
	 * Forgets the results of a session.
	 * @param sessionHash the session
	 */
	void removeSession(String sessionHash);

}
