package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.boot.autoconfigure.server.GradioQueueAutoConfiguration;
import io.github.gradiospring.server.web.CallStatistics;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of what the monitoring routes tell.
 */
@AutoConfiguration(before = GradioQueueAutoConfiguration.class)
@ConditionalOnClass(CallStatistics.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "gradio.monitoring.enabled", matchIfMissing = true)
public final class GradioMonitoringAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CallStatistics gradioCallStatistics() {
		return new CallStatistics();
	}

	@Bean
	CallStatisticsObservationHandler gradioCallStatisticsObservationHandler(CallStatistics statistics) {
		return new CallStatisticsObservationHandler(statistics);
	}

}
