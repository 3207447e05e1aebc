package io.github.gradiospring.server.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunctions;

import static org.assertj.core.api.Assertions.assertThat;

class DevReloadHandlerTests {

	private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT = new ParameterizedTypeReference<>() {
	};

	private final WebTestClient client = WebTestClient
		.bindToRouterFunction(RouterFunctions.route().GET("/reload", new DevReloadHandler(7)::reload).build())
		.build();

	private Flux<ServerSentEvent<String>> events(String lastEventId) {
		return this.client.get().uri("/reload").headers((headers) -> {
			if (lastEventId != null) {
				headers.set("Last-Event-ID", lastEventId);
			}
		}).exchange().expectStatus().isOk().returnResult(EVENT).getResponseBody();
	}

	@ParameterizedTest
	@CsvSource({ ",heartbeat", "7,heartbeat", "6,reload" })
	void tellsAPageThatKnowsAnotherRun(String lastEventId, String expected) {
		StepVerifier.create(events(lastEventId).take(1)).assertNext((event) -> {
			assertThat(event.event()).isEqualTo(expected);
			assertThat(event.id()).isEqualTo("7");
			assertThat(event.data()).isEqualTo("{}");
			assertThat(event.retry()).isPositive();
		}).verifyComplete();
	}

	@Test
	void ends() {
		StepVerifier.create(events(null)).expectNextCount(1).expectComplete().verify(Duration.ofSeconds(20));
	}

}
