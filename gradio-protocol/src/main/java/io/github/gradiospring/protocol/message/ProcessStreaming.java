package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * A job with a streamed input has answered one chunk. Each entry of
 * {@link OutputData#data()} is a whole value, never a list of edits.
 *
 * @param eventId the job
 * @param output the values
 * @param success whether the output is no error
 * @param timeLimit the seconds left until the server ends the job
 */
public record ProcessStreaming(@Nullable String eventId, Output output, boolean success,
		@Nullable Double timeLimit) implements ServerMessage {

	static final String MSG = "process_streaming";

	public ProcessStreaming {
		output = (output != null) ? output : new EmptyOutput();
	}

	@Override
	public String msg() {
		return MSG;
	}

}
