package io.github.gradiospring.server.endpoint;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Results of earlier calls. */
class CaffeineResultCacheTests {

	private static final List<List<JsonNode>> ROWS = List.of(json("a"), json("ab"));

	private final AtomicLong nanos = new AtomicLong();

	private final CaffeineResultCache cache = new CaffeineResultCache(this.nanos::get);

	private final Endpoint shared = endpoint("shared", new CachePolicy(false, 10, Duration.ofMinutes(1)));

	private final Endpoint perSession = endpoint("perSession", new CachePolicy(true, 10, Duration.ofMinutes(1)));

	@Test
	void rowsByValues() {
		this.cache.save(this.shared, json("a", 1), "session", ROWS);
		assertThat(this.cache.find(this.shared, json("a", 1), "session")).isEqualTo(ROWS);
		assertThat(this.cache.find(this.shared, json("a", 1), "other")).isEqualTo(ROWS);
		assertThat(this.cache.find(this.shared, json("a", 1), null)).isEqualTo(ROWS);
		assertThat(this.cache.find(this.shared, json("a", 2), "session")).isNull();
		assertThat(this.cache.find(endpoint("other", this.shared.cache()), json("a", 1), "session")).isNull();
	}

	@Test
	void rowsOfASession() {
		this.cache.save(this.perSession, json("a"), "session", ROWS);
		assertThat(this.cache.find(this.perSession, json("a"), "session")).isEqualTo(ROWS);
		assertThat(this.cache.find(this.perSession, json("a"), "other")).isNull();
		assertThat(this.cache.find(this.perSession, json("a"), null)).isNull();
		this.cache.save(this.perSession, json("b"), null, ROWS);
		assertThat(this.cache.find(this.perSession, json("b"), null)).isNull();
	}

	@Test
	void sessionIsForgotten() {
		this.cache.save(this.perSession, json("a"), "session", ROWS);
		this.cache.save(this.perSession, json("a"), "other", ROWS);
		this.cache.save(this.shared, json("a"), "session", ROWS);
		this.cache.removeSession("session");
		assertThat(this.cache.find(this.perSession, json("a"), "session")).isNull();
		assertThat(this.cache.find(this.perSession, json("a"), "other")).isEqualTo(ROWS);
		assertThat(this.cache.find(this.shared, json("a"), "session")).isEqualTo(ROWS);
	}

	@Test
	void rowsExpire() {
		this.cache.save(this.shared, json("a"), null, ROWS);
		this.nanos.set(Duration.ofSeconds(59).toNanos());
		assertThat(this.cache.find(this.shared, json("a"), null)).isEqualTo(ROWS);
		this.nanos.set(Duration.ofSeconds(60).toNanos());
		assertThat(this.cache.find(this.shared, json("a"), null)).isNull();
	}

	@Test
	void sizeIsBounded() {
		Endpoint endpoint = endpoint("small", new CachePolicy(false, 1, Duration.ofMinutes(1)));
		IntStream.range(0, 100).forEach((i) -> this.cache.save(endpoint, json(i), null, ROWS));
		assertThat(IntStream.range(0, 100).filter((i) -> this.cache.find(endpoint, json(i), null) != null).count())
			.isEqualTo(1);
	}

	@Test
	void longResultsAreNotKept() {
		List<List<JsonNode>> rows = Collections.nCopies(CaffeineResultCache.MAX_ROWS + 1, json("a"));
		this.cache.save(this.shared, json("a"), null, rows);
		assertThat(this.cache.find(this.shared, json("a"), null)).isNull();
		this.cache.save(this.shared, json("a"), null, rows.subList(1, rows.size()));
		assertThat(this.cache.find(this.shared, json("a"), null)).hasSize(CaffeineResultCache.MAX_ROWS);
	}

	@Test
	void endpointWithoutPolicy() {
		Endpoint endpoint = endpoint("uncached", null);
		this.cache.save(endpoint, json("a"), "session", ROWS);
		assertThat(this.cache.find(endpoint, json("a"), "session")).isNull();
	}

	private static Endpoint endpoint(String name, CachePolicy policy) {
		return Endpoint.builder(name).cache(policy).function((call) -> Flux.empty()).build();
	}

	private static List<JsonNode> json(Object... values) {
		return EndpointFixture.json(values);
	}

}
