package io.github.gradiospring.test.mock;

import java.util.Arrays;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Assertions on a {@link MockCall}. Values are compared as they look on the wire.
 */
public final class MockCallAssert extends AbstractObjectAssert<MockCallAssert, MockCall> {

	MockCallAssert(MockCall actual) {
		super(actual, MockCallAssert.class);
	}

	/**
	 * Verifies which endpoint was called.
	 * @param endpoint its name, with or without a slash at its start
	 * @return this
	 */
	public MockCallAssert isFor(String endpoint) {
		Assertions.assertThat(this.actual.endpoint())
			.as("endpoint")
			.isEqualTo(endpoint.startsWith("/") ? endpoint : "/" + endpoint);
		return this;
	}

	/**
	 * Verifies what was sent for one parameter.
	 * @param name the parameter
	 * @param value what Jackson can write
	 * @return this
	 */
	public MockCallAssert hasInput(String name, @Nullable Object value) {
		Assertions.assertThat(this.actual.inputs()).as("inputs").containsKey(name);
		Assertions.assertThat(this.actual.input(name)).as("input '%s'", name).isEqualTo(tree(value));
		return this;
	}

	/**
	 * Verifies what was sent for all parameters.
	 * @param values what Jackson can write, in the order of the parameters
	 * @return this
	 */
	public MockCallAssert hasInputs(@Nullable Object... values) {
		List<JsonNode> expected = Arrays.stream(values).map(MockCallAssert::tree).toList();
		Assertions.assertThat(this.actual.data()).as("inputs").isEqualTo(expected);
		return this;
	}

	/**
	 * Verifies a header. The message of a failure does not show what was sent, as it may
	 * be a secret.
	 * @param name the name
	 * @param value its first value
	 * @return this
	 */
	public MockCallAssert hasHeader(String name, String value) {
		String actual = this.actual.headers().getFirst(name);
		if (!value.equals(actual)) {
			throw new AssertionError(
					"The header '%s' %s".formatted(name, (actual != null) ? "has another value" : "was not sent"));
		}
		return this;
	}

	/**
	 * Verifies the session.
	 * @param sessionHash its hash
	 * @return this
	 */
	public MockCallAssert hasSessionHash(String sessionHash) {
		Assertions.assertThat(this.actual.sessionHash()).as("session hash").isEqualTo(sessionHash);
		return this;
	}

	// Through text, so that the nodes of equal numbers are of equal kinds
	private static JsonNode tree(@Nullable Object value) {
		return GradioProtocol.jsonMapper().readTree(GradioProtocol.jsonMapper().writeValueAsString(value));
	}

}
