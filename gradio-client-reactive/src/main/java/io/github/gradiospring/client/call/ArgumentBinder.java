package io.github.gradiospring.client.call;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.AppEndpoint;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Makes the values of the wire out of inputs: defaults filled in, files uploaded. */
public interface ArgumentBinder {

	/**
	 * Binds inputs to the parameters of an endpoint.
	 * @param app the app
	 * @param endpoint the endpoint
	 * @param positional the first inputs, by position
	 * @param named further inputs, by name
	 * @return one value per input component, null for state; fails with
	 * {@link io.github.gradiospring.client.error.BadArgumentException} when they do not
	 * fit, before anything is sent, and with
	 * {@link io.github.gradiospring.client.error.FileTransferException} when a file
	 * cannot be uploaded
	 */
	Mono<List<JsonNode>> bind(ConnectedApp app, AppEndpoint endpoint, List<@Nullable Object> positional,
			Map<String, @Nullable Object> named);

}
