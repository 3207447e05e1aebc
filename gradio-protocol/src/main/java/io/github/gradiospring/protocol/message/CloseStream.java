package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * No job of the session is left and the stream ends here. The session may join again.
 */
public record CloseStream() implements ServerMessage {

	static final String MSG = "close_stream";

	@Override
	public String msg() {
		return MSG;
	}

	@Override
	public @Nullable String eventId() {
		return null;
	}

}
