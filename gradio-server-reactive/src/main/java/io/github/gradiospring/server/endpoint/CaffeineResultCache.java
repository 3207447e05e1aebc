package io.github.gradiospring.server.endpoint;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps results in memory, a cache per endpoint with the size and time to live of its
 * policy. A result of more than {@value #MAX_ROWS} rows is not kept.
 */
public final class CaffeineResultCache implements ResultCache {

	static final int MAX_ROWS = 10_000;

	private final Map<String, Cache<Key, List<List<JsonNode>>>> caches = new ConcurrentHashMap<>();

	private final Ticker ticker;

	/** Creates an empty cache. */
	public CaffeineResultCache() {
		this(Ticker.systemTicker());
	}

	CaffeineResultCache(Ticker ticker) {
		this.ticker = ticker;
	}

	@Override
	public @Nullable List<List<JsonNode>> find(Endpoint endpoint, List<JsonNode> data, @Nullable String sessionHash) {
		CachePolicy policy = endpoint.cache();
		Key key = key(policy, data, sessionHash);
		return (policy != null && key != null) ? cache(endpoint, policy).getIfPresent(key) : null;
	}

	@Override
	public void save(Endpoint endpoint, List<JsonNode> data, @Nullable String sessionHash, List<List<JsonNode>> rows) {
		CachePolicy policy = endpoint.cache();
		Key key = key(policy, data, sessionHash);
		if (policy != null && key != null && rows.size() <= MAX_ROWS) {
			cache(endpoint, policy).put(key, List.copyOf(rows));
		}
	}

	@Override
	public void removeSession(String sessionHash) {
		this.caches.values()
			.forEach((cache) -> cache.asMap().keySet().removeIf((key) -> sessionHash.equals(key.sessionHash())));
	}

	private Cache<Key, List<List<JsonNode>>> cache(Endpoint endpoint, CachePolicy policy) {
		return this.caches.computeIfAbsent(endpoint.name(),
				(name) -> Caffeine.newBuilder()
					.maximumSize(policy.maxSize())
					.expireAfterWrite(policy.timeToLive())
					.ticker(this.ticker)
					// What is too much is dropped at once, by whoever adds it
					.executor(Runnable::run)
					.build());
	}

	/** Nobody could ask again for the results of a call without a session. */
	private static @Nullable Key key(@Nullable CachePolicy policy, List<JsonNode> data, @Nullable String sessionHash) {
		if (policy == null || (policy.perSession() && sessionHash == null)) {
			return null;
		}
		return new Key(List.copyOf(data), policy.perSession() ? sessionHash : null);
	}

	private record Key(List<JsonNode> data, @Nullable String sessionHash) {
	}

}
