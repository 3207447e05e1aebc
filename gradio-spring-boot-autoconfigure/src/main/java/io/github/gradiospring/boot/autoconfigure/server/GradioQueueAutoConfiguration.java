package io.github.gradiospring.boot.autoconfigure.server;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.observation.EndpointObservationContext;
import io.github.gradiospring.server.observation.EndpointObservationConvention;
import io.github.gradiospring.server.queue.DefaultGradioQueue;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueOptions;
import io.github.gradiospring.server.queue.QueueStore;
import io.github.gradiospring.server.session.EventLog;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the queue. Its runs are observed
 * by the application's {@link ObservationRegistry}; without one, by those handlers that
 * are for nothing else.
 */
@AutoConfiguration(after = { GradioEndpointAutoConfiguration.class, GradioStoreAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(GradioQueue.class)
@ConditionalOnMissingBean(GradioQueue.class)
@EnableConfigurationProperties(GradioProperties.class)
public final class GradioQueueAutoConfiguration {

	@Bean
	DefaultGradioQueue gradioQueue(EndpointRegistry registry, EndpointExecutor executor, QueueStore store,
			EventLog eventLog, InputValidator validator, ResultCache cache, GradioProperties properties,
			ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<ObservationHandler<EndpointObservationContext>> handlers,
			ObjectProvider<EndpointObservationConvention> convention) {
		return DefaultGradioQueue.builder(registry, executor, store, eventLog)
			.validator(validator)
			.cache(cache)
			.options(options(properties))
			.observations(observations.getIfUnique(() -> ownRegistry(handlers)), convention.getIfAvailable())
			.build();
	}

	@Bean
	GradioQueueLifecycle gradioQueueLifecycle(DefaultGradioQueue queue, GradioProperties properties) {
		return new GradioQueueLifecycle(queue, properties.queue().shutdownTimeout());
	}

	private static ObservationRegistry ownRegistry(
			ObjectProvider<ObservationHandler<EndpointObservationContext>> handlers) {
		ObservationRegistry registry = ObservationRegistry.create();
		handlers.orderedStream().forEach(registry.observationConfig()::observationHandler);
		return registry;
	}

	private static QueueOptions options(GradioProperties properties) {
		GradioProperties.Queue queue = properties.queue();
		return new QueueOptions(queue.maxSize(), properties.showErrors(), queue.updateInterval(), queue.chunkTimeout());
	}

}
