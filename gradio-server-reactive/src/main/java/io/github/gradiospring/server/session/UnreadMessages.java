package io.github.gradiospring.server.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.gradiospring.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a channel that nobody has read yet, in order. Some may be withdrawn
 * again. Guarded by the lock of the channel.
 */
final class UnreadMessages {

	/** So many withdrawn messages are not worth to be cleared away. */
	private static final int TOLERATED_GAPS = 32;

	private final int maxLogs;

	private final Deque<Slot> logs = new ArrayDeque<>();

	private final List<Slot> slots = new ArrayList<>();

	private int gaps;

	private int data;

	UnreadMessages(int maxLogs) {
		this.maxLogs = maxLogs;
	}

	boolean isEmpty() {
		return this.slots.size() == this.gaps;
	}

	/** How many messages with data there are. */
	int data() {
		return this.data;
	}

	Slot add(ServerMessage message) {
		Slot slot = new Slot(message);
		this.slots.add(slot);
		return slot;
	}

	void addData(ServerMessage message) {
		add(message);
		this.data++;
	}

	/** Adds a log message, and withdraws the oldest one when there are too many. */
	void addLog(ServerMessage message) {
		this.logs.add(add(message));
		if (this.logs.size() > this.maxLogs) {
			withdraw(this.logs.remove());
		}
	}

	/** Adds a message that takes the place of an earlier one, if that is still unread. */
	Slot replace(@Nullable Slot earlier, ServerMessage message) {
		if (earlier != null) {
			withdraw(earlier);
		}
		return add(message);
	}

	private void withdraw(Slot slot) {
		if (slot.message == null) {
			return;
		}
		slot.message = null;
		this.gaps++;
		if (this.gaps > TOLERATED_GAPS && this.gaps > this.slots.size() / 2) {
			this.slots.removeIf((candidate) -> candidate.message == null);
			this.gaps = 0;
		}
	}

	/** Takes all messages out. */
	List<ServerMessage> take() {
		if (isEmpty()) {
			return List.of();
		}
		List<ServerMessage> messages = new ArrayList<>(this.slots.size() - this.gaps);
		for (Slot slot : this.slots) {
			ServerMessage message = slot.message;
			if (message != null) {
				messages.add(message);
				slot.message = null;
			}
		}
		clear();
		return messages;
	}

	void clear() {
		this.slots.clear();
		this.logs.clear();
		this.gaps = 0;
		this.data = 0;
	}

	/** The place of a message, empty once it was read or withdrawn. */
	static final class Slot {

		private @Nullable ServerMessage message;

		private Slot(ServerMessage message) {
			this.message = message;
		}

	}

}
