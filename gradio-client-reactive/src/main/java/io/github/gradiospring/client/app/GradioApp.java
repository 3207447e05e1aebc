package io.github.gradiospring.client.app;

import java.util.List;

import io.github.gradiospring.client.error.BadArgumentException;
import io.github.gradiospring.client.error.UnknownEndpointException;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.ApiVisibility;

/**
 * An app as it describes itself.
 *
 * @param config the document of <code>/config</code>
 * @param info the document of <code>/info</code>
 * @param endpoints all endpoints, documented or not
 */
public record GradioApp(GradioConfig config, ApiInfo info, List<AppEndpoint> endpoints) {

	public GradioApp {
		endpoints = List.copyOf(endpoints);
	}

	/**
	 * Finds an endpoint by its name.
	 * @param name the name, with or without a slash at its start
	 * @return the endpoint
	 * @throws UnknownEndpointException when there is none, or it is private
	 */
	public AppEndpoint endpoint(String name) {
		String plain = name.startsWith("/") ? name.substring(1) : name;
		AppEndpoint endpoint = this.endpoints.stream()
			.filter((candidate) -> plain.equals(candidate.dependency().apiName()))
			.findFirst()
			.orElseThrow(() -> new UnknownEndpointException(
					"The app has no endpoint /%s. It has %s.".formatted(plain, names())));
		return callable(endpoint, "/" + plain);
	}

	/**
	 * Finds an endpoint by its number.
	 * @param fnIndex the number in <code>/config</code>
	 * @return the endpoint
	 * @throws UnknownEndpointException when there is none, or it is private
	 */
	public AppEndpoint endpoint(int fnIndex) {
		AppEndpoint endpoint = this.endpoints.stream()
			.filter((candidate) -> candidate.dependency().id() == fnIndex)
			.findFirst()
			.orElseThrow(() -> new UnknownEndpointException(
					"The app has no endpoint with the number %d.".formatted(fnIndex)));
		return callable(endpoint, String.valueOf(fnIndex));
	}

	/**
	 * The only public endpoint.
	 * @return the endpoint
	 * @throws BadArgumentException when there are several, so that one must be named
	 * @throws UnknownEndpointException when there is none
	 */
	public AppEndpoint onlyEndpoint() {
		List<AppEndpoint> open = documented();
		if (open.isEmpty()) {
			throw new UnknownEndpointException("The app has no public endpoint.");
		}
		if (open.size() > 1) {
			throw new BadArgumentException("The app has several endpoints, so say which: " + names() + ".");
		}
		return open.get(0);
	}

	private List<AppEndpoint> documented() {
		return this.endpoints.stream()
			.filter((endpoint) -> endpoint.dependency().backendFn()
					&& endpoint.dependency().apiVisibility() == ApiVisibility.PUBLIC)
			.toList();
	}

	private List<String> names() {
		return documented().stream().map((endpoint) -> "/" + endpoint.dependency().apiName()).toList();
	}

	private static AppEndpoint callable(AppEndpoint endpoint, String called) {
		if (endpoint.dependency().apiVisibility() == ApiVisibility.PRIVATE) {
			throw new UnknownEndpointException("The endpoint %s is private.".formatted(called));
		}
		if (!endpoint.dependency().backendFn()) {
			throw new UnknownEndpointException("The endpoint %s runs in the browser only.".formatted(called));
		}
		return endpoint;
	}

}
