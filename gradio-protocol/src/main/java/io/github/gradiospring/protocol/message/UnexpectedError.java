package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * The stream itself has failed, and with it all jobs that listen on it.
 *
 * @param eventId {@code null}, as far as Gradio sends it
 * @param message the reason
 * @param sessionNotFound whether the reason is that the session never joined
 * @param success always false
 */
public record UnexpectedError(@Nullable String eventId, String message, boolean sessionNotFound,
		boolean success) implements ServerMessage {

	static final String MSG = "unexpected_error";

	public UnexpectedError {
		message = (message != null) ? message : "";
	}

	/**
	 * An error with a reason.
	 * @param message the reason
	 * @return the message
	 */
	public static UnexpectedError of(String message) {
		return new UnexpectedError(null, message, false, false);
	}

	/**
	 * The answer to a listener of a session that never joined.
	 * @return the message, with the text that Gradio sends
	 */
	public static UnexpectedError unknownSession() {
		return new UnexpectedError(null, "404: Not Found", true, false);
	}

	@Override
	public String msg() {
		return MSG;
	}

}
