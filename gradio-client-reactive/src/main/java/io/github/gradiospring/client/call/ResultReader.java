package io.github.gradiospring.client.call;

import java.util.List;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.AppEndpoint;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;

/**
 * Makes a result out of the values of the wire: state and layout left out, files fetched.
 */
public interface ResultReader {

	/**
	 * Reads a result.
	 * @param app the app
	 * @param endpoint the endpoint
	 * @param data one whole value per output component
	 * @param type the wanted type
	 * @return the result, empty when it is null or there is no output; fails with
	 * {@link io.github.gradiospring.client.error.BadArgumentException} when it does not
	 * fit the type, and with
	 * {@link io.github.gradiospring.client.error.FileTransferException} when a file
	 * cannot be fetched
	 */
	Mono<Object> read(ConnectedApp app, AppEndpoint endpoint, List<JsonNode> data, ResolvableType type);

}
