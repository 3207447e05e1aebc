package io.github.gradiospring.server.session;

import java.util.List;

import io.github.gradiospring.protocol.message.ServerMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The ordered messages of every channel. A channel is what one stream reads: a session
 * for {@code queue/data}, a single event for {@code call}. A channel exists from the
 * first event opened on it, whether anybody reads or not, so a late reader loses nothing;
 * it is bounded, and it expires.
 * <p>
 * An event is open from {@link #open} to its {@code process_completed}. Estimation and
 * progress messages of an event replace an unread one of the same kind; messages with
 * data are never dropped. An estimation that comes late, after the event has started or
 * with a rank above one that was told before, is ignored.
 */
public interface EventLog {

	/**
	 * Opens an event on a channel, and the channel with it.
	 * @param channel the channel
	 * @param eventId the event
	 * @return completes when the event is open, or fails with
	 * {@link TooManySessionsException}
	 */
	Mono<Void> open(String channel, String eventId);

	/**
	 * Takes back the opening of an event without a message, as when its call could not be
	 * accepted after all. A channel that was opened for it goes too.
	 * @param channel the channel
	 * @param eventId the event
	 * @return completes when the event is gone, also if it was not open
	 */
	Mono<Void> discard(String channel, String eventId);

	/**
	 * Appends a message. {@code ProcessCompleted} ends its event. Messages of an event
	 * that is not open are ignored, so that an event ends once.
	 * @param channel the channel
	 * @param message the message
	 * @return completes when the channel has room for a next message with data, which a
	 * producer waits for; fails with {@link ChannelClosedException} when the channel was
	 * closed, has expired, or when nothing was read for too long while the producer
	 * waited. The message is appended at subscription
	 */
	Mono<Void> append(String channel, ServerMessage message);

	/**
	 * Reads a channel from its first unread message. A channel has one reader: a second
	 * one takes over and completes the first.
	 * @param channel the channel
	 * @return batches of messages in order, at most one batch per request; completes when
	 * no event is open and all messages were read, at once when that was so before, or
	 * when another reader took over; fails with {@link ChannelNotFoundException} when no
	 * event was ever opened or the channel has expired, and with
	 * {@link ChannelClosedException} when the channel is closed meanwhile. Cancelling
	 * leaves the channel as it is
	 */
	Flux<List<ServerMessage>> read(String channel);

	/**
	 * Closes a channel and forgets its messages.
	 * @param channel the channel
	 * @return completes when the channel is gone, also if there was none
	 */
	Mono<Void> close(String channel);

}
