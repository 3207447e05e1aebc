package io.github.gradiospring.client.call;

import io.github.gradiospring.client.app.AppConnector;
import io.github.gradiospring.client.session.SessionCalls;

/**
 * What a client makes its calls with.
 *
 * @param connector connects to the app
 * @param session the client's session
 * @param binder makes the values of the wire
 * @param results makes results of them
 */
public record EndpointCalls(AppConnector connector, SessionCalls session, ArgumentBinder binder, ResultReader results) {

	/**
	 * Begins a call.
	 * @param selector which endpoint it is for
	 * @return the call in the making
	 */
	public EndpointSpec call(EndpointSelector selector) {
		return new DefaultEndpointSpec(this, selector);
	}

}
