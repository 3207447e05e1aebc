package io.github.gradiospring.server.endpoint;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is queued.
 *
 * @param concurrencyId the queue; endpoints with the same id share it and its limit
 * @param concurrencyLimit how many runs there may be at a time, 0 for no limit
 * @param batch whether several calls run as one
 * @param maxBatchSize how many calls run as one at most
 * @param estimatedDuration how long a run takes, before the first one was measured
 * @param timeLimit how long a run may take, {@code null} for no limit
 */
public record QueuePolicy(String concurrencyId, int concurrencyLimit, boolean batch, int maxBatchSize,
		@Nullable Duration estimatedDuration, @Nullable Duration timeLimit) {

}
