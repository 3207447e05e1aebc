package io.github.gradiospring.server.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.LogMessage;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ProcessStarts;
import io.github.gradiospring.protocol.message.ProcessStreaming;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.session.UnreadMessages.Slot;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * One channel of the log: its open events, what nobody has read yet, its reader, and the
 * producers that wait for room. The lock guards the state alone; signals go out after it
 * was left.
 */
final class Channel {

	private final String name;

	private final InMemoryEventLog log;

	private final int bufferSize;

	private final UnreadMessages unread;

	private final Map<String, EventState> openEvents = new HashMap<>(4);

	private volatile @Nullable ChannelReader reader;

	private @Nullable Room room;

	private boolean over;

	private @Nullable ChannelClosedException failure;

	private boolean used;

	/** Several events were opened, so a next one may be on its way. */
	private boolean shared;

	private @Nullable Disposable linger;

	private boolean lingered;

	Channel(String name, InMemoryEventLog log, int bufferSize, int maxLogs) {
		this.name = name;
		this.log = log;
		this.bufferSize = bufferSize;
		this.unread = new UnreadMessages(maxLogs);
	}

	String name() {
		return this.name;
	}

	boolean hasReader() {
		return this.reader != null;
	}

	/**
	 * Opens an event.
	 * @return whether it is open; not if the channel has ended meanwhile
	 */
	synchronized boolean open(String eventId) {
		if (this.over) {
			return false;
		}
		this.shared = this.used;
		this.used = true;
		this.openEvents.put(eventId, new EventState());
		stopLingering();
		this.log.awaited(this);
		return true;
	}

	/** Takes an event back, and ends the channel when that was all it was for. */
	void discard(String eventId) {
		ChannelReader attached;
		synchronized (this) {
			if (this.openEvents.remove(eventId) == null) {
				return;
			}
			attached = this.reader;
			if (attached == null && isDone()) {
				this.over = true;
				this.log.forget(this);
			}
		}
		if (attached != null) {
			attached.drain();
		}
	}

	/** Appends a message and says when there is room for the next one. */
	Mono<Void> append(ServerMessage message) {
		ChannelReader attached;
		synchronized (this) {
			if (this.over) {
				return (this.failure != null) ? Mono.error(this.failure) : Mono.empty();
			}
			if (!enqueue(message)) {
				return Mono.empty();
			}
			attached = this.reader;
		}
		if (attached != null) {
			attached.drain();
		}
		return room();
	}

	private boolean enqueue(ServerMessage message) {
		String eventId = message.eventId();
		if (eventId == null) {
			this.unread.add(message);
			return true;
		}
		EventState event = this.openEvents.get(eventId);
		if (event == null) {
			return false;
		}
		if (message instanceof Estimation estimation) {
			return event.estimation(estimation, this.unread);
		}
		if (message instanceof Progress) {
			event.progress = this.unread.replace(event.progress, message);
		}
		else if (message instanceof LogMessage) {
			this.unread.addLog(message);
		}
		else if (message instanceof ProcessGenerating || message instanceof ProcessStreaming) {
			this.unread.addData(message);
		}
		else {
			this.unread.add(message);
			event.started |= message instanceof ProcessStarts;
			if (message instanceof ProcessCompleted) {
				this.openEvents.remove(eventId);
				leftAlone();
			}
		}
		return true;
	}

	private synchronized Mono<Void> room() {
		if (this.unread.data() < this.bufferSize) {
			return Mono.empty();
		}
		if (this.room == null) {
			this.room = new Room(this.log.later(this::noRoom));
		}
		return this.room.whenFree();
	}

	private void noRoom() {
		Room waitedFor;
		synchronized (this) {
			waitedFor = this.room;
			this.room = null;
		}
		if (waitedFor != null) {
			waitedFor.fail(new ChannelClosedException("Nobody read the messages in time"));
		}
	}

	/** Makes somebody the reader; the one before ends. */
	boolean attach(ChannelReader next) {
		ChannelReader before;
		synchronized (this) {
			if (this.over) {
				return false;
			}
			before = this.reader;
			this.reader = next;
			this.log.awaited(this);
		}
		if (before != null) {
			before.end(null);
		}
		this.log.touch(this);
		return true;
	}

	void detach(ChannelReader leaving) {
		boolean done;
		synchronized (this) {
			if (this.reader != leaving) {
				return;
			}
			this.reader = null;
			leftAlone();
			done = isDone();
			this.over = done;
		}
		if (done) {
			this.log.ended(this);
		}
		else {
			this.log.touch(this);
		}
	}

	/** Takes all unread messages for the reader; none if somebody else reads now. */
	List<ServerMessage> take(ChannelReader taker) {
		List<ServerMessage> messages;
		Room freed;
		synchronized (this) {
			if (this.reader != taker) {
				return List.of();
			}
			messages = this.unread.take();
			freed = this.room;
			this.room = null;
		}
		if (freed != null) {
			freed.free();
		}
		return messages;
	}

	/**
	 * Ends the channel if no event is open and its reader has read everything. A channel
	 * of several events lingers: Python's client loses a call that it makes while it has
	 * not yet seen that its stream has ended.
	 */
	boolean finish(ChannelReader taker) {
		synchronized (this) {
			if (this.over || this.reader != taker || !isDone()) {
				return false;
			}
			if (this.shared && !this.lingered && this.log.lingers()) {
				if (this.linger == null) {
					this.linger = this.log.linger(this::lingered);
				}
				return false;
			}
			this.over = true;
			this.reader = null;
		}
		this.log.ended(this);
		return true;
	}

	private void lingered() {
		ChannelReader attached;
		synchronized (this) {
			this.lingered = true;
			attached = this.reader;
		}
		if (attached != null) {
			attached.drain();
		}
	}

	private void stopLingering() {
		this.lingered = false;
		if (this.linger != null) {
			this.linger.dispose();
			this.linger = null;
		}
	}

	/** Ends the channel whatever its state. */
	void close(ChannelClosedException cause) {
		ChannelReader attached;
		Room waitedFor;
		synchronized (this) {
			if (this.over) {
				return;
			}
			this.over = true;
			this.failure = cause;
			attached = this.reader;
			this.reader = null;
			waitedFor = this.room;
			this.room = null;
			this.openEvents.clear();
			this.unread.clear();
			stopLingering();
			this.log.awaited(this);
		}
		if (waitedFor != null) {
			waitedFor.fail(cause);
		}
		if (attached != null) {
			attached.end(cause);
		}
	}

	/** Ends the channel if it only holds results that nobody has come for. */
	boolean dropUncollected() {
		synchronized (this) {
			if (this.over || this.reader != null || !this.openEvents.isEmpty()) {
				return false;
			}
		}
		close(new ChannelClosedException("The results were not read in time"));
		return true;
	}

	private boolean isDone() {
		return this.openEvents.isEmpty() && this.unread.isEmpty();
	}

	private void leftAlone() {
		if (this.reader == null && this.openEvents.isEmpty()) {
			this.log.uncollected(this);
		}
	}

	/** What the log knows of an open event. */
	private static final class EventState {

		private boolean started;

		private int rank = Integer.MAX_VALUE;

		private @Nullable Slot estimation;

		private @Nullable Slot progress;

		boolean estimation(Estimation message, UnreadMessages unread) {
			Integer told = message.rank();
			if (this.started || told == null || told > this.rank) {
				return false;
			}
			this.rank = told;
			this.estimation = unread.replace(this.estimation, message);
			return true;
		}

	}

}
