package io.github.gradiospring.boot.autoconfigure.web;

import java.time.Duration;

import io.github.gradiospring.server.observation.EndpointObservationContext;
import io.github.gradiospring.server.observation.EndpointObservationContext.Outcome;
import io.github.gradiospring.server.web.CallStatistics;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/** Counts the observed runs of endpoints for the monitoring routes. */
class CallStatisticsObservationHandler implements ObservationHandler<EndpointObservationContext> {

	private final CallStatistics statistics;

	CallStatisticsObservationHandler(CallStatistics statistics) {
		this.statistics = statistics;
	}

	@Override
	public void onStart(EndpointObservationContext context) {
		context.put(CallStatisticsObservationHandler.class, System.nanoTime());
	}

	@Override
	public void onStop(EndpointObservationContext context) {
		long started = context.getRequired(CallStatisticsObservationHandler.class);
		this.statistics.record(context.getEndpoint(), Duration.ofNanos(System.nanoTime() - started),
				context.getOutcome() == Outcome.SUCCESS);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof EndpointObservationContext;
	}

}
