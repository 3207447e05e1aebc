package io.github.gradiospring.server.endpoint;

import java.util.List;

/**
 * Where endpoints come from: annotated beans are one source, a bean of this type is
 * another.
 */
@FunctionalInterface
public interface EndpointSource {

	/**
	 * The endpoints of this source.
	 * @return the endpoints, in the order in which clients list them
	 */
	List<Endpoint> endpoints();

}
