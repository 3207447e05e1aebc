package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the connection open; Gradio sends one every 15 seconds.
 */
public record Heartbeat() implements ServerMessage {

	static final String MSG = "heartbeat";

	@Override
	public String msg() {
		return MSG;
	}

	@Override
	public @Nullable String eventId() {
		return null;
	}

}
