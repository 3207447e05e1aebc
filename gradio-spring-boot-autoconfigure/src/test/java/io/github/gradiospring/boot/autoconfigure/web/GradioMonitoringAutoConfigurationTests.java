package io.github.gradiospring.boot.autoconfigure.web;

import java.util.List;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.boot.autoconfigure.server.ServerAutoConfigurations;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueCall;
import io.github.gradiospring.server.session.EventLog;
import io.github.gradiospring.server.web.CallStatistics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GradioMonitoringAutoConfiguration}.
 */
class GradioMonitoringAutoConfigurationTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class,
				GradioWebFluxAutoConfiguration.class, GradioMonitoringAutoConfiguration.class))
		.withConfiguration(ServerAutoConfigurations.all())
		.withBean(TextTools.class);

	@Test
	void countsCalls() {
		this.runner.run(this::expectOneCall);
	}

	@Test
	void countsCallsOnceWithTheObservationsOfTheApplication() {
		this.runner.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class))
			.run(this::expectOneCall);
	}

	@Test
	void countsNothingWhenMonitoringIsOff() {
		this.runner.withPropertyValues("gradio.monitoring.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CallStatistics.class)
				.doesNotHaveBean(CallStatisticsObservationHandler.class));
	}

	@Test
	void backsOff() {
		CallStatistics own = new CallStatistics();
		this.runner.withBean(CallStatistics.class, () -> own)
			.run((context) -> assertThat(context.getBean(CallStatistics.class)).isSameAs(own));
	}

	@Test
	void needsAWebApplicationAndAServer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(GradioMonitoringAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(CallStatistics.class));
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("gradioCallStatistics"));
	}

	private void expectOneCall(ApplicationContext context) {
		GradioRequest request = new GradioRequest(new HttpHeaders(), new LinkedMultiValueMap<>(), null, null,
				"http://localhost", null);
		context.getBean(GradioQueue.class)
			.join(new QueueCall(context.getBean(EndpointRegistry.class).find("greet").orElseThrow(),
					List.of(StringNode.valueOf("Ada")), "channel", request))
			.block();
		context.getBean(EventLog.class).read("channel").blockLast();
		WebTestClient client = WebTestClient.bindToApplicationContext(context).build();
		// a run ends after the caller has its result
		await().untilAsserted(() -> client.get()
			.uri("/monitoring/summary")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.functions.greet.total_requests")
			.isEqualTo(1)
			.jsonPath("$.functions.greet.success_rate")
			.isEqualTo(1.0));
	}

}
