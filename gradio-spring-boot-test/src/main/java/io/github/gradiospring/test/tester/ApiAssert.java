package io.github.gradiospring.test.tester;

import java.util.Arrays;

import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.EndpointInfo;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions on what an app says of its endpoints.
 */
public final class ApiAssert extends AbstractObjectAssert<ApiAssert, ApiInfo> {

	ApiAssert(ApiInfo actual) {
		super(actual, ApiAssert.class);
	}

	/**
	 * Verifies which endpoints are documented, in any order.
	 * @param names the names, with or without a slash at their start
	 * @return this
	 */
	public ApiAssert hasOnlyEndpoints(String... names) {
		Assertions.assertThat(this.actual.namedEndpoints().keySet())
			.as("endpoints")
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(names).map(ApiAssert::slashed).toList());
		return this;
	}

	/**
	 * Verifies that an endpoint is not documented.
	 * @param name the name, with or without a slash at its start
	 * @return this
	 */
	public ApiAssert hasNoEndpoint(String name) {
		Assertions.assertThat(this.actual.namedEndpoints().keySet()).as("endpoints").doesNotContain(slashed(name));
		return this;
	}

	/**
	 * Verifies an endpoint.
	 * @param name the name, with or without a slash at its start
	 * @return assertions on the endpoint
	 * @throws AssertionError when it is not documented
	 */
	public EndpointAssert endpoint(String name) {
		EndpointInfo endpoint = this.actual.namedEndpoints().get(slashed(name));
		if (endpoint == null) {
			throw new AssertionError(
					"There is no endpoint %s, only %s".formatted(slashed(name), this.actual.namedEndpoints().keySet()));
		}
		return new EndpointAssert(slashed(name), endpoint);
	}

	private static String slashed(String name) {
		return name.startsWith("/") ? name : "/" + name;
	}

}
