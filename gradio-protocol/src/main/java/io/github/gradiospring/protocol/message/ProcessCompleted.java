package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * The last message of a job.
 *
 * @param eventId the job
 * @param output the whole values, the error, or nothing for a cancelled job
 * @param success whether the output is no error; true for a cancelled job
 * @param title the heading of the error, {@code null} if there is none or if the failure
 * came after a first value
 * @param usedCache how much came from a cache
 * @param cacheDuration the seconds that the cached call took
 * @param avgTime the mean run time of the function in seconds
 */
public record ProcessCompleted(@Nullable String eventId, Output output, boolean success, @Nullable String title,
		@Nullable CacheUse usedCache, @Nullable Double cacheDuration,
		@Nullable Double avgTime) implements ServerMessage {

	static final String MSG = "process_completed";

	public ProcessCompleted {
		output = (output != null) ? output : new EmptyOutput();
	}

	@Override
	public String msg() {
		return MSG;
	}

}
