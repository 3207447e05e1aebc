package io.github.gradiospring.client.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The app found inputs invalid before it ran anything (422). */
public class ValidationException extends GradioClientException {

	private final transient List<Problem> problems;

	public ValidationException(String message, List<Problem> problems) {
		super(message, null);
		this.problems = List.copyOf(problems);
	}

	/**
	 * What is wrong.
	 * @return the problems, one per parameter
	 */
	public List<Problem> getProblems() {
		return this.problems;
	}

	/**
	 * One invalid parameter.
	 *
	 * @param parameter its name, {@code null} when the app does not say
	 * @param message what is wrong with it
	 */
	public record Problem(@Nullable String parameter, String message) {
	}

}
