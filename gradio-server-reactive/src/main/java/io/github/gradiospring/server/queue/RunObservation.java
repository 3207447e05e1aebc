package io.github.gradiospring.server.queue;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.observation.DefaultEndpointObservationConvention;
import io.github.gradiospring.server.observation.EndpointObservationContext;
import io.github.gradiospring.server.observation.EndpointObservationContext.Outcome;
import io.github.gradiospring.server.observation.EndpointObservationConvention;
import io.github.gradiospring.server.observation.EndpointObservationDocumentation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The observation of one run. */
final class RunObservation {

	/** Where Micrometer keeps the current observation in a Reactor context. */
	private static final String CONTEXT_KEY = "micrometer.observation";

	private static final EndpointObservationConvention DEFAULT_CONVENTION = new DefaultEndpointObservationConvention();

	private static final RunObservation NOOP = new RunObservation(new EndpointObservationContext(""), Observation.NOOP);

	private final EndpointObservationContext context;

	private final Observation observation;

	private RunObservation(EndpointObservationContext context, Observation observation) {
		this.context = context;
		this.observation = observation;
	}

	static RunObservation none() {
		return NOOP;
	}

	static RunObservation start(Endpoint endpoint, @Nullable Observation parent, ObservationRegistry registry,
			@Nullable EndpointObservationConvention convention) {
		if (registry.isNoop()) {
			return NOOP;
		}
		EndpointObservationContext context = new EndpointObservationContext(endpoint.name());
		Observation observation = EndpointObservationDocumentation.ENDPOINT_RUN
			.observation(convention, DEFAULT_CONVENTION, () -> context, registry)
			.parentObservation(parent)
			.start();
		return new RunObservation(context, observation);
	}

	/** The observation that a call comes with. */
	static @Nullable Observation current(ContextView context) {
		return context.getOrDefault(CONTEXT_KEY, null);
	}

	/** What runs inside sees this observation as the current one. */
	Context reactorContext() {
		return this.observation.isNoop() ? Context.empty() : Context.of(CONTEXT_KEY, this.observation);
	}

	void stop(Outcome outcome, @Nullable Throwable error) {
		if (this.observation.isNoop()) {
			return;
		}
		this.context.setOutcome(outcome);
		if (error != null) {
			this.observation.error(error);
		}
		this.observation.stop();
	}

}
