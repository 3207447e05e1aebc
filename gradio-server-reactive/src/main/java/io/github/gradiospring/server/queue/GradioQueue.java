package io.github.gradiospring.server.queue;

import java.util.List;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The queue of an application: takes calls, runs them in order within the limits of their
 * endpoints, and writes what happens to the event log.
 */
public interface GradioQueue {

	/**
	 * Accepts a call. Its channel is open when this returns; its messages are an
	 * estimation, the start, progress, logs and intermediate results, and exactly one
	 * completion, whichever way the call ends: result, error, cancellation, time limit or
	 * shutdown. A result from the cache completes at once.
	 * @param call the call
	 * @return the id of the event; or {@link QueueFullException},
	 * {@link QueueStoppedException},
	 * {@link io.github.gradiospring.server.endpoint.InvalidInputException} or
	 * {@link io.github.gradiospring.server.session.TooManySessionsException}, or
	 * {@link io.github.gradiospring.server.session.ChannelClosedException} when the
	 * session was abandoned meanwhile, and then nothing was accepted
	 */
	Mono<String> join(QueueCall call);

	/**
	 * Cancels an event: a waiting one leaves the queue, the {@code Flux} of a running one
	 * is cancelled and its thread interrupted. It completes with an empty output. An
	 * event that is unknown, over, or of another session is left alone.
	 * @param eventId the event
	 * @param sessionHash the session that it belongs to
	 * @return completes when the cancellation was started
	 */
	Mono<Void> cancel(String eventId, String sessionHash);

	/**
	 * Cancels all events of a channel and closes it, as when its reader has left.
	 * @param channel the channel
	 * @return completes when the channel is closed
	 */
	Mono<Void> abandon(String channel);

	/**
	 * Hands the next chunk to a running event of a chunked input.
	 * @param eventId the event
	 * @param data one value per input component
	 * @return whether the event takes chunks
	 */
	Mono<Boolean> feed(String eventId, List<JsonNode> data);

	/**
	 * Ends a chunked input; its event completes with the last result.
	 * @param eventId the event
	 * @return whether there was such an event
	 */
	Mono<Boolean> endFeed(String eventId);

	/** How many events wait, all queues together. */
	Mono<Integer> size();

	/** The queues as they are now, for meters and operators. Does not block. */
	List<QueueStatus> status();

}
