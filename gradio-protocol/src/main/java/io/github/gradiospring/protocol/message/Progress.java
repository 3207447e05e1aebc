package io.github.gradiospring.protocol.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a running job is. Updates are sampled, so not every step is sent.
 *
 * @param eventId the job
 * @param progressData the stack of nested loops, outermost first
 */
public record Progress(@Nullable String eventId, List<ProgressUnit> progressData) implements ServerMessage {

	static final String MSG = "progress";

	public Progress {
		progressData = (progressData != null) ? List.copyOf(progressData) : List.of();
	}

	@Override
	public String msg() {
		return MSG;
	}

}
