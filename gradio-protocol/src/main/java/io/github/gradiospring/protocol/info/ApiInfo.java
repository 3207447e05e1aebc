package io.github.gradiospring.protocol.info;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The document of <code>/info</code>.
 *
 * @param namedEndpoints the endpoints by name, with a leading slash, in order
 * @param unnamedEndpoints empty today; earlier releases listed endpoints by index
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ApiInfo(Map<String, EndpointInfo> namedEndpoints, Map<String, EndpointInfo> unnamedEndpoints) {

	public ApiInfo {
		namedEndpoints = copyOf(namedEndpoints);
		unnamedEndpoints = copyOf(unnamedEndpoints);
	}

	/**
	 * A document of today's servers.
	 * @param namedEndpoints the endpoints by name
	 * @return the document
	 */
	public static ApiInfo of(Map<String, EndpointInfo> namedEndpoints) {
		return new ApiInfo(namedEndpoints, Map.of());
	}

	private static Map<String, EndpointInfo> copyOf(Map<String, EndpointInfo> endpoints) {
		// Map.copyOf would lose the order
		return (endpoints != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(endpoints)) : Map.of();
	}

}
