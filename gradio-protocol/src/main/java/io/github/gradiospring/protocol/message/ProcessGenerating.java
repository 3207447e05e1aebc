package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * A generator has produced a value.
 * <p>
 * In the first such message of a job each entry of {@link OutputData#data()} is a whole
 * value, in later ones it is the list of edits since the message before.
 *
 * @param eventId the job
 * @param output the values, or the error that ended the generator
 * @param success whether the output is no error
 * @param timeLimit the seconds left, only for a job with a time limit
 */
public record ProcessGenerating(@Nullable String eventId, Output output, boolean success,
		@Nullable Double timeLimit) implements ServerMessage {

	static final String MSG = "process_generating";

	public ProcessGenerating {
		output = (output != null) ? output : new EmptyOutput();
	}

	@Override
	public String msg() {
		return MSG;
	}

}
