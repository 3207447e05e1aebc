package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.List;

import io.github.gradiospring.server.queue.TestEndpoints.Script;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is observed of runs. */
class QueueObservationTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final TestEndpoints endpoints = new TestEndpoints();

	private QueueFixture fixture;

	@AfterEach
	void stopTime() {
		this.fixture.close();
	}

	@Test
	void success() {
		this.endpoints.add("echo", Script.echo((value) -> value));
		start(this.registry);
		this.fixture.join("echo", "s", 1);
		assertObserved("echo", "success", "none");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("gradio.endpoint")
			.that()
			.hasContextualNameEqualTo("gradio /echo");
	}

	@Test
	void error() {
		this.endpoints.add("fail", Script.values(Flux.error(new UnsupportedOperationException("no"))));
		start(this.registry);
		this.fixture.join("fail", "s", 1);
		assertObserved("fail", "error", "UnsupportedOperationException");
	}

	@Test
	void cancelled() {
		this.endpoints.add("work", Script.values(Flux.never()));
		start(this.registry);
		String id = this.fixture.join("work", "s", 1);
		this.fixture.queue.cancel(id, "s").block();
		assertObserved("work", "cancelled", "none");
	}

	@Test
	void timeout() {
		this.endpoints.add("work", Script.values(Flux.never()),
				(builder) -> builder.queue(TestEndpoints.timeLimit("work", Duration.ofSeconds(1))));
		start(this.registry);
		this.fixture.join("work", "s", 1);
		this.fixture.after(Duration.ofSeconds(1));
		assertObserved("work", "timeout", "none");
	}

	@Test
	void waitingIsNotObserved() {
		this.endpoints.add("work", Script.values(Flux.never()));
		start(this.registry);
		this.fixture.join("work", "s", 1);
		this.fixture.join("work", "s", 1);
		TestObservationRegistryAssert.assertThat(this.registry).hasNumberOfObservationsEqualTo(1);
	}

	@Test
	void aRunIsAChildOfTheRequestAndTheParentOfWhatItDoes() {
		Observation request = Observation.start("http.server.requests", this.registry);
		this.endpoints.add("nested",
				(events) -> Mono
					.deferContextual((context) -> Mono.just(context.<Observation>get("micrometer.observation")))
					.map((current) -> List.of(List.<JsonNode>of(StringNode.valueOf(current.getContext().getName()))))
					.flux());
		start(this.registry);
		this.fixture.queue.join(this.fixture.call("nested", "s", 1))
			.contextWrite((context) -> context.put("micrometer.observation", request))
			.block();
		assertThat(this.fixture.messages("s").toString()).contains("gradio.endpoint");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("gradio.endpoint")
			.that()
			.hasParentObservationEqualTo(request);
	}

	@Test
	void withoutARegistryNothingIsInTheContext() {
		this.endpoints.add("nested",
				(events) -> Mono.deferContextual((context) -> Mono.just(context.size()))
					.map((size) -> List.of(List.<JsonNode>of(IntNode.valueOf(size))))
					.flux());
		start(ObservationRegistry.NOOP);
		this.fixture.join("nested", "s", 1);
		assertThat(this.fixture.messages("s").toString()).contains("data=[0]");
	}

	private void start(ObservationRegistry observations) {
		this.fixture = new QueueFixture(this.endpoints, this.time,
				(builder) -> builder.observations(observations, null));
	}

	private void assertObserved(String endpoint, String outcome, String exception) {
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsEqualTo(1)
			.hasObservationWithNameEqualTo("gradio.endpoint")
			.that()
			.hasBeenStarted()
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("endpoint", endpoint)
			.hasLowCardinalityKeyValue("outcome", outcome)
			.hasLowCardinalityKeyValue("exception", exception);
	}

}
