package io.github.gradiospring.client.call;

import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.app.GradioApp;

/** Finds the endpoint that a call is for, when the app is known. */
@FunctionalInterface
public interface EndpointSelector {

	/**
	 * Finds the endpoint.
	 * @param app the app
	 * @return the endpoint
	 * @throws io.github.gradiospring.client.error.GradioClientException when there is no
	 * such endpoint
	 */
	AppEndpoint select(GradioApp app);

}
