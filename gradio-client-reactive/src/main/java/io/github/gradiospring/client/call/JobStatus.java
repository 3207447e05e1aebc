package io.github.gradiospring.client.call;

import java.time.Duration;
import java.util.List;

import io.github.gradiospring.protocol.message.ProgressUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a job is.
 *
 * @param state the state
 * @param rank how many are before it, {@code null} when it does not wait
 * @param queueSize how many wait, {@code null} when it does not
 * @param eta the time until it is done, {@code null} while the app cannot tell
 * @param progress the nested loops, outermost first; empty when the app tells none
 * @param error why it failed, {@code null} if it did not
 */
public record JobStatus(State state, @Nullable Integer rank, @Nullable Integer queueSize, @Nullable Duration eta,
		List<ProgressUnit> progress, @Nullable Throwable error) {

	public JobStatus {
		progress = List.copyOf(progress);
	}

	/** The states of a job. */
	public enum State {

		/** Inputs are prepared and sent. */
		JOINING,
		/** It waits in the queue. */
		QUEUED,
		/** It runs. */
		PROCESSING,
		/** It has produced a value, and more may follow. */
		ITERATING,
		/** It is done. */
		FINISHED,
		/** It failed. */
		FAILED,
		/** It was cancelled. */
		CANCELLED;

		/**
		 * Whether nothing follows.
		 * @return whether the job is over
		 */
		public boolean isOver() {
			return compareTo(FINISHED) >= 0;
		}

	}

}
