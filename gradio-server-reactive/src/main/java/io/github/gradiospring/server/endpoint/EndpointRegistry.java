package io.github.gradiospring.server.endpoint;

import java.util.List;
import java.util.Optional;

/** The endpoints of the application, from all sources. */
public interface EndpointRegistry {

	/**
	 * All endpoints; the place in the list is the {@code fn_index} of a call.
	 * @return the endpoints
	 */
	List<Endpoint> endpoints();

	/**
	 * Finds an endpoint by its {@code fn_index}.
	 * @param id the id
	 * @return the endpoint
	 */
	Optional<Endpoint> find(int id);

	/**
	 * Finds an endpoint by its API name.
	 * @param name the name, without the leading slash
	 * @return the endpoint
	 */
	Optional<Endpoint> find(String name);

}
