package io.github.gradiospring.client.exchange;

import java.util.List;

/**
 * A {@link GradioExchange} interface names a client that there is not.
 */
public class UnknownGradioClientException extends IllegalArgumentException {

	private final String name;

	private final List<String> known;

	private final String exchange;

	public UnknownGradioClientException(String name, String exchange, List<String> known) {
		super("%s wants the Gradio client '%s', and there %s".formatted(exchange, name,
				known.isEmpty() ? "is none" : "are " + known));
		this.name = name;
		this.exchange = exchange;
		this.known = List.copyOf(known);
	}

	/**
	 * The client's name.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The interface that wants it.
	 * @return the name of its type
	 */
	public String exchange() {
		return this.exchange;
	}

	/**
	 * The clients that there are.
	 * @return their names
	 */
	public List<String> known() {
		return this.known;
	}

}
