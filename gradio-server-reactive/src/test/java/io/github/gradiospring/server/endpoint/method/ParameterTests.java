package io.github.gradiospring.server.endpoint.method;

import java.util.Optional;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What parameters become inputs, and which. */
class ParameterTests {

	private final EndpointFixture fixture = EndpointFixture.of(Parameters.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void namesAndDescriptions() {
		assertThat(this.fixture.endpoint("named").inputs()).extracting(EndpointInput::name, EndpointInput::description)
			.containsExactly(tuple("text", ""), tuple("amount", "how many"));
		assertThat(this.fixture.values("named", "a", 2)).containsExactly(json("a2"));
	}

	@ParameterizedTest
	@CsvSource({ "nonNull, false", "primitive, false", "nullable, true", "optional, true", "unspecified, true" })
	void nullness(String name, boolean nullable) {
		EndpointInput input = this.fixture.endpoint(name).inputs().get(0);
		assertThat(input.nullable()).isEqualTo(nullable);
		if (nullable) {
			assertThat(this.fixture.values(name, (Object) null)).containsExactly(json("none"));
		}
		else {
			StepVerifier.create(this.fixture.flux(name, (Object) null))
				.expectErrorSatisfies((ex) -> assertThat(((InvalidInputException) ex).parameters())
					.containsExactly(new InvalidParameter("value", "A value is required, null is not accepted.")))
				.verify(EndpointFixture.TIMEOUT);
		}
		assertThat(this.fixture.values(name, 1)).containsExactly(json("1"));
	}

	@ParameterizedTest
	@CsvSource({ "nonNull, false,", "primitive, false,", "nullable, true,", "optional, true,", "unspecified, false,",
			"defaulted, true, 3" })
	void defaults(String name, boolean hasDefault, @Nullable Integer defaultValue) {
		EndpointInput input = this.fixture.endpoint(name).inputs().get(0);
		assertThat(input.hasDefault()).isEqualTo(hasDefault);
		assertThat(input.defaultValue()).isEqualTo((defaultValue != null) ? json(defaultValue) : null);
	}

	@Test
	void emptyTextIsADefault() {
		EndpointInput input = this.fixture.endpoint("emptyDefault").inputs().get(0);
		assertThat(input.hasDefault()).isTrue();
		assertThat(input.defaultValue()).isEqualTo(json(""));
	}

	@Test
	void nullIsNotTheDefault() {
		StepVerifier.create(this.fixture.flux("defaulted", (Object) null))
			.expectError(InvalidInputException.class)
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void tooFewValues() {
		StepVerifier.create(this.fixture.flux("named", "a"))
			.expectErrorSatisfies((ex) -> assertThat(((InvalidInputException) ex).parameters()).singleElement()
				.satisfies((parameter) -> {
					assertThat(parameter.name()).isEqualTo("amount");
					assertThat(parameter.message()).contains("/named").contains("needed: 2, got: 1");
				}))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void genericParameterOfASuperclass() {
		assertThat(this.fixture.endpoint("generic").inputs().get(0).binding().component().type()).isEqualTo("number");
		assertThat(this.fixture.values("generic", 1)).containsExactly(json("1"));
	}

	abstract static class GenericEndpoint<T> {

		@GradioEndpoint
		String generic(T value) {
			return String.valueOf(value);
		}

	}

	static class Parameters extends GenericEndpoint<Integer> {

		@GradioEndpoint
		String named(String text, @GradioParam(name = "amount", description = "how many", label = "Amount") int n) {
			return text + n;
		}

		@GradioEndpoint
		String nonNull(Integer value) {
			return value.toString();
		}

		@GradioEndpoint
		String primitive(int value) {
			return String.valueOf(value);
		}

		@GradioEndpoint
		String nullable(@Nullable Integer value) {
			return (value != null) ? value.toString() : "none";
		}

		@GradioEndpoint
		String optional(Optional<Integer> value) {
			return value.map(String::valueOf).orElse("none");
		}

		@GradioEndpoint
		@NullUnmarked
		String unspecified(Integer value) {
			return (value != null) ? value.toString() : "none";
		}

		@GradioEndpoint
		String defaulted(@GradioParam(defaultValue = "3") int value) {
			return String.valueOf(value);
		}

		@GradioEndpoint
		String emptyDefault(@GradioParam(defaultValue = "") String value) {
			return value;
		}

	}

}
