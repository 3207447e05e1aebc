package io.github.gradiospring.server.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Decides what the observation of a run is called and tagged with. */
public interface EndpointObservationConvention extends ObservationConvention<EndpointObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof EndpointObservationContext;
	}

}
