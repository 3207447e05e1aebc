package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one queue is doing.
 *
 * @param id the concurrency id
 * @param limit how many runs there may be at a time, 0 for no limit
 * @param waiting how many events wait
 * @param running how many runs there are
 * @param eta how long an event that joins now is expected to take, {@code null} when
 * nothing is known yet
 * @param endpoints the API names of the endpoints that share the queue
 */
public record QueueStatus(String id, int limit, int waiting, int running, @Nullable Duration eta,
		List<String> endpoints) {

}
