package io.github.gradiospring.server.page;

import java.util.List;

import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;

/**
 * What the pages of an application show. It adds components, layout and look to
 * {@code /config}, and points at endpoints; what a page does is an endpoint like any
 * other.
 */
public interface PageModel {

	/**
	 * The endpoints that the pages need beside those of the application, such as one that
	 * flags a result. Asked once, before the first request.
	 * @param declared the endpoints of the application, without their ids
	 * @return further endpoints, none by default
	 */
	default List<Endpoint> endpoints(List<Endpoint> declared) {
		return List.of();
	}

	/**
	 * Adds components, dependencies, layout and look to the document. Every endpoint is a
	 * dependency whose id is its own.
	 * @param registry all endpoints
	 * @param config the document
	 */
	void render(EndpointRegistry registry, GradioConfig.Builder config);

	/**
	 * The style sheet {@code /theme.css}, which gives the variables of the frontend their
	 * values.
	 * @return the style sheet, empty by default: the page works, but is not styled
	 */
	default String themeCss() {
		return "";
	}

}
