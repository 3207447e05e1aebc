package io.github.gradiospring.boot.autoconfigure.metrics;

import io.github.gradiospring.boot.autoconfigure.server.GradioQueueAutoConfiguration;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the gauges of the queue. The
 * timers of the endpoints come from their observations.
 */
@AutoConfiguration(after = GradioQueueAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ GradioQueue.class, MeterRegistry.class })
@ConditionalOnBean({ GradioQueue.class, MeterRegistry.class })
public final class GradioMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	QueueMetrics gradioQueueMetrics(GradioQueue queue) {
		return new QueueMetrics(queue);
	}

}
