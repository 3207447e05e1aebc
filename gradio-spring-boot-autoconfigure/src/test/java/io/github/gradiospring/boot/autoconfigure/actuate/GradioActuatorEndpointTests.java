package io.github.gradiospring.boot.autoconfigure.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.gradiospring.boot.autoconfigure.actuate.GradioActuatorEndpoint.EndpointDescriptor;
import io.github.gradiospring.boot.autoconfigure.actuate.GradioActuatorEndpoint.GradioDescriptor;
import io.github.gradiospring.boot.autoconfigure.actuate.GradioActuatorEndpoint.GroupDescriptor;
import io.github.gradiospring.boot.autoconfigure.actuate.GradioActuatorEndpoint.WaitingEventDescriptor;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueStatus;
import io.github.gradiospring.server.queue.QueueStore;
import io.github.gradiospring.server.queue.QueueStore.QueuePosition;
import io.github.gradiospring.server.queue.QueueStore.RankedEvent;
import io.github.gradiospring.server.queue.QueuedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GradioActuatorEndpoint}.
 */
class GradioActuatorEndpointTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private final EndpointRegistry registry = mock(EndpointRegistry.class);

	private final GradioQueue queue = mock(GradioQueue.class);

	private final QueueStore store = mock(QueueStore.class);

	private final GradioActuatorEndpoint endpoint = new GradioActuatorEndpoint(this.registry, this.queue, this.store,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void serve() {
		Endpoint embed = Endpoint.builder("embed")
			.queue(new QueuePolicy("model", 2, true, 16, null, Duration.ofSeconds(30)))
			.function((call) -> Flux.empty())
			.build();
		Endpoint ping = Endpoint.builder("ping")
			.visibility(ApiVisibility.UNDOCUMENTED)
			.queued(false)
			.function((call) -> Flux.empty())
			.build();
		given(this.registry.endpoints()).willReturn(List.of(embed, ping));
		given(this.registry.find(0)).willReturn(Optional.of(embed));
	}

	@Test
	void listsGroupsAndEndpoints() {
		status(3, Duration.ofMillis(1500));
		assertThat(this.endpoint.gradio()).isEqualTo(new GradioDescriptor(
				List.of(new GroupDescriptor("model", 2, 3, 1, Duration.ofMillis(1500), List.of("/embed"))),
				List.of(new EndpointDescriptor("/embed", ApiVisibility.PUBLIC, "model", 16, Duration.ofSeconds(30)),
						new EndpointDescriptor("/ping", ApiVisibility.UNDOCUMENTED, null, 1, null))));
	}

	@Test
	void listsTheWaitingEventsOfAGroup() {
		status(2, null);
		given(this.store.at("model", List.of(0, 1)))
			.willReturn(Flux.just(waiting("aaaaaaaa11112222", 0, 20), waiting("bbbbbbbb11112222", 1, 5)));
		StepVerifier.create(this.endpoint.group("model")).assertNext((details) -> {
			assertThat(details.group()).isEqualTo(new GroupDescriptor("model", 2, 2, 1, null, List.of("/embed")));
			assertThat(details.events()).containsExactly(
					new WaitingEventDescriptor("aaaaaaaa", "/embed", 0, Duration.ofSeconds(20)),
					new WaitingEventDescriptor("bbbbbbbb", "/embed", 1, Duration.ofSeconds(5)));
			assertThat(details.toString()).doesNotContain("secret-session", "11112222");
		}).verifyComplete();
	}

	@Test
	void asksForTheFirstWaitingEventsOnly() {
		status(10_000, null);
		List<Integer> first = IntStream.range(0, GradioActuatorEndpoint.MAX_WAITING_EVENTS).boxed().toList();
		given(this.store.at("model", first)).willReturn(Flux.just(waiting("aaaaaaaa11112222", 0, 20)));
		StepVerifier.create(this.endpoint.group("model"))
			.assertNext((details) -> assertThat(details.events()).hasSize(1))
			.verifyComplete();
	}

	@Test
	void hasNothingForAnUnknownGroup() {
		status(0, null);
		assertThat(this.endpoint.group("other")).isNull();
	}

	private void status(int waiting, Duration eta) {
		given(this.queue.status()).willReturn(List.of(new QueueStatus("model", 2, waiting, 1, eta, List.of("embed"))));
	}

	private static RankedEvent waiting(String id, int rank, long seconds) {
		GradioRequest request = new GradioRequest(new HttpHeaders(), new LinkedMultiValueMap<>(), "secret-session",
				null, "http://localhost", null);
		QueuedEvent event = new QueuedEvent(id, 0, "secret-session", List.of(), request, NOW.minusSeconds(seconds));
		return new RankedEvent(event, new QueuePosition(rank, 2));
	}

}
