package io.github.gradiospring.server.web;

import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds the endpoint of a call. For an unknown one Gradio answers a bare 500; here it is
 * a 404 with a text, which JavaScript's client shows as the message and Python's client
 * raises with the status. A 422 would be wrong: Python's client takes every 422 for a
 * failed validation of parameters.
 */
final class Endpoints {

	private final EndpointRegistry registry;

	Endpoints(EndpointRegistry registry) {
		this.registry = registry;
	}

	Endpoint get(int fnIndex) {
		return this.registry.find(fnIndex)
			.filter((endpoint) -> endpoint.function() != null)
			.orElseThrow(() -> notFound("There is no endpoint with fn_index " + fnIndex + "."));
	}

	Endpoint get(String name) {
		return this.registry.find(name)
			.filter((endpoint) -> endpoint.function() != null)
			.orElseThrow(() -> notFound("There is no endpoint /" + name + "."));
	}

	/** Named parameters are for those who read the documentation, so it must be there. */
	Endpoint getDocumented(String name) {
		Endpoint endpoint = get(name);
		if (endpoint.visibility() != ApiVisibility.PUBLIC) {
			throw notFound("There is no endpoint /" + name + ".");
		}
		return endpoint;
	}

	private static ResponseStatusException notFound(String reason) {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
	}

}
