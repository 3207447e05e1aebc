package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * Where a waiting job is in its queue. Also the answer of <code>/queue/status</code>,
 * then without event id and rank.
 *
 * @param eventId the job, or {@code null} in an answer about the queue as a whole
 * @param rank the number of jobs ahead; 0 is the next to run
 * @param queueSize the number of waiting jobs of the same queue, running ones not counted
 * @param rankEta the expected time until the job is done in seconds, or {@code null} as
 * long as no job of the function has ended
 */
public record Estimation(@Nullable String eventId, @Nullable Integer rank, int queueSize,
		@Nullable Double rankEta) implements ServerMessage {

	static final String MSG = "estimation";

	@Override
	public String msg() {
		return MSG;
	}

}
