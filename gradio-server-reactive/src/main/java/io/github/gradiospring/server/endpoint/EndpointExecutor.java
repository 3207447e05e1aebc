package io.github.gradiospring.server.endpoint;

import java.util.List;

import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.protocol.message.LogLevel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * Runs endpoints: converts the values, loads the state, calls the function where it may
 * run, converts the results and keeps the state.
 */
public interface EndpointExecutor {

	/**
	 * Runs an endpoint.
	 * @param endpoint the endpoint
	 * @param events the events to run together, one unless the endpoint is a batch
	 * @return the results on the wire: each element has one row per event, each row one
	 * value per output, state included as JSON {@code null}. At least one element unless
	 * a generator ends without a result. Fails with
	 * {@link io.github.gradiospring.server.component.InvalidValueException} for a value
	 * that the component refuses, else with what the function failed with. Cancelling
	 * stops the work, and interrupts it when it blocks
	 */
	Flux<List<List<JsonNode>>> execute(Endpoint endpoint, List<Event> events);

	/**
	 * An event to run.
	 *
	 * @param id the event id
	 * @param data one value per input component
	 * @param request the request that made the call
	 * @param reports where progress and log messages go
	 */
	record Event(String id, List<JsonNode> data, GradioRequest request, Reports reports) {
	}

	/** Where an event reports to while it runs. Never blocks. */
	interface Reports {

		/**
		 * Reports progress.
		 * @param units the nested units, outermost first
		 */
		void progress(List<ProgressUnit> units);

		/**
		 * Reports a message.
		 * @param level the level
		 * @param message the message
		 * @param title the title
		 * @param duration how long it is shown in seconds, {@code null} until closed
		 * @param visible whether it is shown
		 */
		void log(LogLevel level, String message, String title, @Nullable Double duration, boolean visible);

	}

}
