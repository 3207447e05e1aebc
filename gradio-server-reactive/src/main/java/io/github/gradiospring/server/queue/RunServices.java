package io.github.gradiospring.server.queue;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.observation.EndpointObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * What every run needs.
 *
 * @param executor runs the endpoints
 * @param cache keeps results, {@code null} without
 * @param messages writes to the channels
 * @param events the open events
 * @param options the settings of the queue
 * @param scheduler starts the runs and ends those that take too long
 * @param ticker tells how long something took
 * @param observations the registry of observations
 * @param convention names the observations, {@code null} for the default
 */
record RunServices(EndpointExecutor executor, @Nullable ResultCache cache, EventMessages messages, OpenEvents events,
		QueueOptions options, Scheduler scheduler, Ticker ticker, ObservationRegistry observations,
		@Nullable EndpointObservationConvention convention) {

}
