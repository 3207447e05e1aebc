package io.github.gradiospring.client.exchange;

import java.util.List;

import io.github.gradiospring.client.error.BadArgumentException;

/**
 * A {@link GradioExchange} interface does not fit the app that it calls.
 */
public class GradioExchangeMismatchException extends BadArgumentException {

	private final List<String> problems;

	public GradioExchangeMismatchException(Class<?> exchangeType, List<String> problems) {
		super("%s does not fit the app:%s".formatted(exchangeType.getName(), lines(problems)));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Everything that does not fit.
	 * @return a sentence each, which names the method and the parameter
	 */
	public List<String> problems() {
		return this.problems;
	}

	private static String lines(List<String> problems) {
		StringBuilder lines = new StringBuilder();
		problems.forEach((problem) -> lines.append("\n  - ").append(problem));
		return lines.toString();
	}

}
