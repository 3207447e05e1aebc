package io.github.gradiospring.server.queue;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.ResultCache;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps results in a map that the test looks into. */
record MapCache(Map<String, List<List<JsonNode>>> results) implements ResultCache {

	@Override
	public @Nullable List<List<JsonNode>> find(Endpoint endpoint, List<JsonNode> data, @Nullable String sessionHash) {
		return this.results.get(endpoint.name() + data);
	}

	@Override
	public void save(Endpoint endpoint, List<JsonNode> data, @Nullable String sessionHash, List<List<JsonNode>> rows) {
		this.results.put(endpoint.name() + data, rows);
	}

	@Override
	public void removeSession(String sessionHash) {
		this.results.clear();
	}

}
