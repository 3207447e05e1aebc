package io.github.gradiospring.server.queue;

import java.time.Instant;
import java.util.List;

import io.github.gradiospring.server.endpoint.GradioRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link InMemoryQueueStore}. */
class InMemoryQueueStoreTests extends QueueStoreTck {

	@Override
	protected QueueStore createStore() {
		return new InMemoryQueueStore();
	}

	@Test
	void emptyQueuesLeaveNothingBehind() {
		InMemoryQueueStore store = new InMemoryQueueStore();
		store.add("taken", event("a"), 0).block();
		store.add("removed", event("b"), 0).block();
		assertThat(store.queues()).isEqualTo(2);
		String runId = store.take("taken", 1, (endpoint) -> 1).block().runId();
		assertThat(store.queues()).isEqualTo(2);
		store.release("taken", runId).block();
		store.remove("removed", "b").block();
		assertThat(store.queues()).isZero();
	}

	@Test
	void askingForAQueueDoesNotCreateIt() {
		InMemoryQueueStore store = new InMemoryQueueStore();
		store.take("q", 1, (endpoint) -> 1).block();
		store.counts("q").block();
		store.at("q", List.of(0)).blockLast();
		store.remove("q", "a").block();
		assertThat(store.queues()).isZero();
	}

	private static QueuedEvent event(String id) {
		GradioRequest request = new GradioRequest(new HttpHeaders(), new LinkedMultiValueMap<>(), null, null, "", null);
		return new QueuedEvent(id, 0, id, List.of(), request, Instant.EPOCH);
	}

}
