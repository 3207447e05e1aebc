package io.github.gradiospring.client.call;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.protocol.message.ServerMessage;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What a job must know to send more to its run: the event, as soon as a message names it.
 */
class JobLink {

	/** For calls that send nothing more. */
	static final JobLink NONE = new JobLink() {

		@Override
		void saw(ConnectedApp app, AppEndpoint endpoint, ServerMessage message) {
			// Nobody asks
		}

	};

	private final Sinks.One<Active> active = Sinks.one();

	void saw(ConnectedApp app, AppEndpoint endpoint, ServerMessage message) {
		String eventId = message.eventId();
		if (eventId != null) {
			this.active.tryEmitValue(new Active(app, endpoint, eventId));
		}
	}

	/** The run, when it is known; empty when the job ended without one. */
	Mono<Active> active() {
		return this.active.asMono();
	}

	void ended() {
		this.active.tryEmitEmpty();
	}

	/**
	 * A run.
	 *
	 * @param app the app
	 * @param endpoint the endpoint
	 * @param eventId the event
	 */
	record Active(ConnectedApp app, AppEndpoint endpoint, String eventId) {
	}

}
