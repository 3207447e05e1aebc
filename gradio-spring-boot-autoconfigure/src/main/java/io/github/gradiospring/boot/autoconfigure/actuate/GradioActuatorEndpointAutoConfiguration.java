package io.github.gradiospring.boot.autoconfigure.actuate;

import java.time.Clock;

import io.github.gradiospring.boot.autoconfigure.server.GradioQueueAutoConfiguration;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueStore;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the actuator endpoint
 * {@code gradio}.
 */
@AutoConfiguration(after = GradioQueueAutoConfiguration.class)
@ConditionalOnClass({ GradioQueue.class, Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean({ EndpointRegistry.class, GradioQueue.class, QueueStore.class })
@ConditionalOnAvailableEndpoint(GradioActuatorEndpoint.class)
public final class GradioActuatorEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	GradioActuatorEndpoint gradioActuatorEndpoint(EndpointRegistry registry, GradioQueue queue, QueueStore store) {
		return new GradioActuatorEndpoint(registry, queue, store, Clock.systemUTC());
	}

}
