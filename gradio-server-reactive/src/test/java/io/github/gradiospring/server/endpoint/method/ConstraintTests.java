package io.github.gradiospring.server.endpoint.method;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.GradioProgress;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Constraints of Bean Validation on parameters. */
class ConstraintTests {

	private final EndpointFixture fixture = EndpointFixture.of(Constrained.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void valid() {
		StepVerifier.create(this.fixture.validate("age", 30)).expectComplete().verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void violationHasTheNameOnTheWireAndTheMessage() {
		assertInvalid("age", new Object[] { 5 }, new InvalidParameter("years", "Age must be over 18"));
	}

	@Test
	void allViolationsInTheOrderOfTheParameters() {
		assertInvalid("several", new Object[] { "", 1, "toolong" }, new InvalidParameter("name", "must not be blank"),
				new InvalidParameter("number", "must be greater than or equal to 2"),
				new InvalidParameter("text", "size must be between 0 and 3"));
	}

	@Test
	void shapeIsCheckedFirst() {
		StepVerifier.create(this.fixture.validate("age", List.of("x")))
			.expectErrorSatisfies((ex) -> assertThat(((InvalidInputException) ex).parameters()).singleElement()
				.satisfies((parameter) -> assertThat(parameter.message()).doesNotContain("18")))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void insideOfAValue() {
		assertInvalid("person", new Object[] { Map.of("name", " ") },
				new InvalidParameter("person", "name: must not be blank"));
	}

	@Test
	void optionalValue() {
		assertInvalid("optional", new Object[] { 1 },
				new InvalidParameter("number", "must be greater than or equal to 2"));
		StepVerifier.create(this.fixture.validate("optional", (Object) null))
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void injectedParametersAreNotChecked() {
		StepVerifier.create(this.fixture.validate("injected", 2, null))
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
		assertInvalid("injected", new Object[] { 1, null },
				new InvalidParameter("number", "must be greater than or equal to 2"));
	}

	@Test
	void onlyInjectedParametersHaveConstraints() {
		assertThat(this.fixture.endpoint("nothingToCheck").validator()).isNull();
	}

	@Test
	void valueOfABatchIsCheckedOnItsOwn() {
		assertInvalid("batch", new Object[] { "" }, new InvalidParameter("texts", "must not be blank"));
		StepVerifier.create(this.fixture.validate("batch", "a")).expectComplete().verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void constraintsRunOnAWorker() {
		assertInvalid("thread", new Object[] { "a" }, new InvalidParameter("text", "worker"));
	}

	private void assertInvalid(String name, Object[] values, InvalidParameter... parameters) {
		StepVerifier.create(this.fixture.validate(name, values))
			.expectErrorSatisfies(
					(ex) -> assertThat(((InvalidInputException) ex).parameters()).containsExactly(parameters))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Constraint(validatedBy = OnWorkerValidator.class)
	@Retention(RetentionPolicy.RUNTIME)
	@interface OnWorker {

		String message() default "no worker";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	public static class OnWorkerValidator implements ConstraintValidator<OnWorker, String> {

		@Override
		public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
			context.disableDefaultConstraintViolation();
			boolean worker = Thread.currentThread().getName().startsWith(EndpointFixture.WORKER);
			context.buildConstraintViolationWithTemplate(worker ? "worker" : "other").addConstraintViolation();
			return false;
		}

	}

	record Person(@NotBlank String name) {
	}

	static class Constrained {

		@GradioEndpoint
		void age(@GradioParam("years") @Min(value = 19, message = "Age must be over 18") int age) {
		}

		@GradioEndpoint
		void several(@NotBlank String name, @Min(2) int number, @Size(max = 3) String text) {
		}

		@GradioEndpoint
		void person(@Valid Person person) {
		}

		@GradioEndpoint
		void optional(Optional<@Min(2) Integer> number) {
		}

		@GradioEndpoint
		void injected(@NotNull GradioProgress progress, @Min(2) int number, @GradioState @NotNull String state) {
		}

		@GradioEndpoint
		void nothingToCheck(@NotNull GradioProgress progress, String text) {
		}

		@GradioEndpoint(batch = true)
		List<String> batch(List<@NotBlank String> texts) {
			return texts;
		}

		@GradioEndpoint
		void thread(@OnWorker String text) {
		}

	}

}
