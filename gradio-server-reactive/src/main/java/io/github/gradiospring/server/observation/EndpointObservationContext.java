package io.github.gradiospring.server.observation;

import io.micrometer.observation.Observation;

/** What is known of a run when it is observed. */
public class EndpointObservationContext extends Observation.Context {

	private final String endpoint;

	private Outcome outcome = Outcome.SUCCESS;

	/**
	 * Creates the context of a run.
	 * @param endpoint the API name of the endpoint
	 */
	public EndpointObservationContext(String endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * The API name of the endpoint.
	 * @return the name, without the leading slash
	 */
	public String getEndpoint() {
		return this.endpoint;
	}

	/**
	 * How the run ended.
	 * @return the outcome; success as long as it runs
	 */
	public Outcome getOutcome() {
		return this.outcome;
	}

	/**
	 * Says how the run ended.
	 * @param outcome the outcome
	 */
	public void setOutcome(Outcome outcome) {
		this.outcome = outcome;
	}

	/** How a run can end. */
	public enum Outcome {

		/** With a result. */
		SUCCESS,
		/** With an exception. */
		ERROR,
		/** Its callers have left. */
		CANCELLED,
		/** Its time limit was exceeded. */
		TIMEOUT

	}

}
