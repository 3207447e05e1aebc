package io.github.gradiospring.server.endpoint;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What values are accepted, and how they come into order. */
class InputTests {

	private final EndpointFixture fixture = EndpointFixture.of(Inputs.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void accepted() {
		assertValid("greet", "a", 1);
		assertValid("stateful", null, "a", null, 2);
		assertValid("stateful", "ignored", "a", "ignored", 2);
		assertValid("nullable", (Object) null);
		assertValid("none");
	}

	@Test
	void tooFewValues() {
		assertInvalid("greet", new Object[] { "a" }, new InvalidParameter("number",
				"The endpoint /greet did not get the right number of values (needed: 2, got: 1)."));
		assertInvalid("stateful", new Object[] { null, "a" }, new InvalidParameter("number",
				"The endpoint /stateful did not get the right number of values (needed: 4, got: 2)."));
	}

	@Test
	void tooManyValues() {
		assertInvalid("greet", new Object[] { "a", 1, 2 }, new InvalidParameter("data",
				"The endpoint /greet did not get the right number of values (needed: 2, got: 3)."));
	}

	@Test
	void nullWhereAValueMustBe() {
		assertInvalid("greet", new Object[] { null, null },
				new InvalidParameter("text", "A value is required, null is not accepted."),
				new InvalidParameter("number", "A value is required, null is not accepted."));
	}

	@Test
	void wrongJsonType() {
		StepVerifier.create(this.fixture.validate("greet", "a", List.of(1)))
			.expectErrorSatisfies((ex) -> assertThat(((InvalidInputException) ex).parameters()).singleElement()
				.satisfies((parameter) -> assertThat(parameter.name()).isEqualTo("number")))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void constraintsAreCheckedAfterTheShape() {
		List<String> checked = new CopyOnWriteArrayList<>();
		Endpoint endpoint = Endpoint.builder("code")
			.function((call) -> Flux.empty())
			.validator((checkedEndpoint, data, request) -> Mono.fromRunnable(() -> checked.add(checkedEndpoint.name())))
			.build();
		DefaultInputValidator validator = new DefaultInputValidator();
		StepVerifier.create(validator.validate(endpoint, List.of(json(1)), this.fixture.request()))
			.expectError(InvalidInputException.class)
			.verify();
		assertThat(checked).isEmpty();
		StepVerifier.create(validator.validate(endpoint, List.of(), this.fixture.request())).verifyComplete();
		assertThat(checked).containsExactly("code");
	}

	@Test
	void stateMayBeLeftOut() {
		Endpoint endpoint = this.fixture.endpoint("stateful");
		assertThat(InputValues.complete(endpoint, List.of(json("a"), json(2)))).containsExactly(NullNode.getInstance(),
				json("a"), NullNode.getInstance(), json(2));
		assertThat(InputValues.complete(endpoint, EndpointFixture.json(null, "a", null, 2))).hasSize(4);
		assertThat(InputValues.complete(endpoint, List.of(json("a")))).containsExactly(json("a"));
		assertThat(InputValues.complete(this.fixture.endpoint("greet"), List.of(json("a")))).hasSize(1);
	}

	@Test
	void valuesByName() {
		assertThat(InputValues.fromNames(this.fixture.endpoint("greet"), object(Map.of("number", 1, "text", "a"))))
			.containsExactly(json("a"), json(1));
		assertThat(InputValues.fromNames(this.fixture.endpoint("stateful"), object(Map.of("number", 1, "text", "a"))))
			.containsExactly(NullNode.getInstance(), json("a"), NullNode.getInstance(), json(1));
	}

	@Test
	void defaultsOfNamedValues() {
		assertThat(InputValues.fromNames(this.fixture.endpoint("defaults"), object(Map.of())))
			.containsExactly(json("b"), NullNode.getInstance());
		assertThat(InputValues.fromNames(this.fixture.endpoint("defaults"), object(Map.of("text", "c"))))
			.containsExactly(json("c"), NullNode.getInstance());
	}

	@Test
	void missingAndUnknownNames() {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> InputValues.fromNames(this.fixture.endpoint("greet"),
					object(Map.of("text", "a", "z", 1, "b", 2))))
			.satisfies((ex) -> assertThat(ex.parameters()).containsExactly(
					new InvalidParameter("number", "The endpoint /greet needs a value for this parameter."),
					new InvalidParameter("b", "The endpoint /greet has no such parameter."),
					new InvalidParameter("z", "The endpoint /greet has no such parameter.")));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> InputValues.fromNames(this.fixture.endpoint("stateful"),
					object(Map.of("text", "a", "number", 1, "first", 2))))
			.satisfies((ex) -> assertThat(ex.parameters()).extracting(InvalidParameter::name).containsExactly("first"));
	}

	private void assertValid(String name, Object... values) {
		StepVerifier.create(this.fixture.validate(name, values)).verifyComplete();
	}

	private void assertInvalid(String name, Object[] values, InvalidParameter... parameters) {
		StepVerifier.create(this.fixture.validate(name, values))
			.expectErrorSatisfies(
					(ex) -> assertThat(((InvalidInputException) ex).parameters()).containsExactly(parameters))
			.verify(EndpointFixture.TIMEOUT);
	}

	private static ObjectNode object(Map<String, ?> values) {
		return (ObjectNode) json(values);
	}

	static class Inputs {

		@GradioEndpoint
		void greet(String text, int number) {
		}

		@GradioEndpoint
		void stateful(@GradioState int first, String text, @GradioState int second, int number) {
		}

		@GradioEndpoint
		void nullable(@Nullable String text) {
		}

		@GradioEndpoint
		void none() {
		}

		@GradioEndpoint
		void defaults(@GradioParam(defaultValue = "b") String text, @Nullable String other) {
		}

	}

}
