package io.github.gradiospring.server.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Thrown for a body that is not what a route takes. The answer is a 422 with the shape of
 * pydantic's errors, which is what the clients of Gradio expect.
 */
final class InvalidBodyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	InvalidBodyException(List<Problem> problems) {
		super(problems.toString(), null, false, false);
		this.problems = List.copyOf(problems);
	}

	InvalidBodyException(Problem problem) {
		this(List.of(problem));
	}

	List<Problem> problems() {
		return this.problems;
	}

	/**
	 * What is wrong with a part of the request.
	 *
	 * @param type the kind of problem
	 * @param loc where it is, such as {@code body}, {@code data}
	 * @param msg what is wrong
	 * @param input what was there instead
	 * @param ctx details
	 */
	record Problem(String type, List<Object> loc, String msg, @Nullable JsonNode input,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object ctx) {

		static Problem missing(List<Object> loc, @Nullable JsonNode input) {
			return new Problem("missing", loc, "Field required", input, null);
		}

	}

}
