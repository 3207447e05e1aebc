package io.github.gradiospring.boot.autoconfigure.server;

import io.github.gradiospring.server.endpoint.method.AnnotatedEndpointSource;

/** Adds to the source of annotated endpoints what an optional library brings. */
@FunctionalInterface
interface EndpointSourceCustomizer {

	/**
	 * Customizes the source.
	 * @param builder builds the source
	 */
	void customize(AnnotatedEndpointSource.Builder builder);

}
