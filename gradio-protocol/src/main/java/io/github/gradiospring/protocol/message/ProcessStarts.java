package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * A job has left the queue and runs.
 *
 * @param eventId the job
 * @param eta the mean run time of the function in seconds, or {@code null} if unknown
 */
public record ProcessStarts(@Nullable String eventId, @Nullable Double eta) implements ServerMessage {

	static final String MSG = "process_starts";

	@Override
	public String msg() {
		return MSG;
	}

}
