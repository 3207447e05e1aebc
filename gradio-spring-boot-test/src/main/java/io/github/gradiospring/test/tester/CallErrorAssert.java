package io.github.gradiospring.test.tester;

import java.time.Duration;

import io.github.gradiospring.client.error.ApplicationErrorException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.ValidationException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the error of a call, beside those of any exception.
 */
public final class CallErrorAssert extends AbstractThrowableAssert<CallErrorAssert, GradioClientException> {

	CallErrorAssert(GradioClientException actual) {
		super(actual, CallErrorAssert.class);
	}

	/**
	 * Verifies the heading of an error of the app's function.
	 * @param title the heading
	 * @return this
	 */
	public CallErrorAssert hasTitle(@Nullable String title) {
		Assertions.assertThat(application().getTitle()).as("title").isEqualTo(title);
		return this;
	}

	/**
	 * Verifies how long a page shows an error of the app's function.
	 * @param duration the time, {@code null} until it is closed
	 * @return this
	 */
	public CallErrorAssert hasDuration(@Nullable Duration duration) {
		Assertions.assertThat(application().getDuration()).as("duration").isEqualTo(duration);
		return this;
	}

	/**
	 * Verifies that callers do not see what the app's function failed with.
	 * @return this
	 */
	public CallErrorAssert isHidden() {
		Assertions.assertThat(application().isHidden()).as("hidden").isTrue();
		return this;
	}

	/**
	 * Verifies that the app found a value invalid before it ran anything.
	 * @param parameter the parameter
	 * @return this
	 */
	public CallErrorAssert isInvalid(String parameter) {
		isInstanceOf(ValidationException.class);
		Assertions.assertThat(((ValidationException) this.actual).getProblems())
			.extracting(ValidationException.Problem::parameter)
			.as("invalid parameters")
			.contains(parameter);
		return this;
	}

	private ApplicationErrorException application() {
		isInstanceOf(ApplicationErrorException.class);
		return (ApplicationErrorException) this.actual;
	}

}
