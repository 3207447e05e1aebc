package io.github.gradiospring.client.app;

import java.util.List;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.info.ApiInfo;

/**
 * The documented endpoints of an app: a model, and by {@link #toString} a text to read
 * with a Java snippet for each.
 *
 * @param info the document of <code>/info</code>
 */
public record ApiDescription(ApiInfo info) {

	/**
	 * The endpoints, in the order of the app.
	 * @return the endpoints
	 */
	public List<EndpointDescription> endpoints() {
		return this.info.namedEndpoints()
			.entrySet()
			.stream()
			.map((endpoint) -> new EndpointDescription(endpoint.getKey(), endpoint.getValue()))
			.toList();
	}

	/** The text to read. */
	@Override
	public String toString() {
		return endpoints().stream()
			.map(EndpointDescription::toString)
			.collect(Collectors.joining("\n", "%d endpoints\n\n".formatted(endpoints().size()), ""));
	}

}
