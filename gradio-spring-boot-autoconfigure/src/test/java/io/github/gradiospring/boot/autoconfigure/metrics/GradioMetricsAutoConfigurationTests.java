package io.github.gradiospring.boot.autoconfigure.metrics;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.boot.autoconfigure.server.ServerAutoConfigurations;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GradioMetricsAutoConfiguration}.
 */
class GradioMetricsAutoConfigurationTests {

	private final ApplicationContextRunner withoutRegistry = new ApplicationContextRunner()
		.withConfiguration(ServerAutoConfigurations.all())
		.withConfiguration(AutoConfigurations.of(GradioMetricsAutoConfiguration.class))
		.withBean(TextTools.class);

	private final ApplicationContextRunner runner = this.withoutRegistry
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class));

	@Test
	void gaugesEveryQueue() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			for (String name : new String[] { "gradio.queue.waiting", "gradio.queue.running", "gradio.queue.eta" }) {
				assertThat(registry.get(name).gauges()).extracting((gauge) -> gauge.getId().getTag("concurrency.id"))
					.containsExactly("texts");
			}
			assertThat(registry.get("gradio.queue.waiting").gauge().value()).isZero();
		});
	}

	@Test
	void needsARegistry() {
		this.withoutRegistry.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(QueueMetrics.class));
	}

	@Test
	void needsMicrometer() {
		this.withoutRegistry.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(GradioQueue.class)
				.doesNotHaveBean("gradioQueueMetrics"));
	}

	@Test
	void backsOff() {
		QueueMetrics own = mock(QueueMetrics.class);
		this.runner.withBean(QueueMetrics.class, () -> own)
			.run((context) -> assertThat(context.getBean(QueueMetrics.class)).isSameAs(own));
	}

}
