package io.github.gradiospring.server.queue;

import java.time.Duration;

import io.github.gradiospring.server.endpoint.QueuePolicy;
import io.github.gradiospring.server.queue.TestEndpoints.Script;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link QueueMetrics}. */
class QueueMetricsTests {

	@Test
	void gaugesFollowTheQueues() {
		TestEndpoints endpoints = new TestEndpoints()
			.add("work", Script.values(Flux.never()),
					(builder) -> builder.queue(new QueuePolicy("gpu", 2, false, 1, Duration.ofMillis(2_500), null)))
			.add("idle", Script.values(Flux.never()))
			.add("fast", Script.values(Flux.never()), (builder) -> builder.queued(false));
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		try (QueueFixture fixture = new QueueFixture(endpoints, VirtualTimeScheduler.create(), (builder) -> builder)) {
			new QueueMetrics(fixture.queue).bindTo(meters);
			assertThat(gauge(meters, "waiting", "gpu")).isZero();
			for (int i = 0; i < 5; i++) {
				fixture.join("work", "s", i);
			}
			fixture.run();
			assertThat(gauge(meters, "waiting", "gpu")).isEqualTo(3);
			assertThat(gauge(meters, "running", "gpu")).isEqualTo(2);
			// Its own run, three ahead of it in two places, and the runs that just began
			assertThat(gauge(meters, "eta", "gpu")).isEqualTo(2.5 + 2.5 * 3 / 2 + 2.5);
			assertThat(gauge(meters, "running", "idle")).isZero();
			assertThat(gauge(meters, "eta", "idle")).isNaN();
			assertThat(meters.get("gradio.queue.eta").tag("concurrency.id", "gpu").gauge().getId().getBaseUnit())
				.isEqualTo("seconds");
			assertThat(meters.find("gradio.queue.waiting").gauges()).hasSize(2);
		}
	}

	private static double gauge(SimpleMeterRegistry meters, String name, String id) {
		return meters.get("gradio.queue." + name).tag("concurrency.id", id).gauge().value();
	}

}
