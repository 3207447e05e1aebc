package io.github.gradiospring.client.session;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one job that its subscriber has not taken yet. A position or a progress
 * takes the place of an older one that nobody has seen; outputs are all kept, since the
 * later ones are edits of the earlier.
 */
final class MessageBuffer extends AbstractQueue<ServerMessage> {

	private final Deque<ServerMessage> messages = new ArrayDeque<>();

	private final int limit;

	MessageBuffer(int limit) {
		this.limit = limit;
	}

	@Override
	public synchronized boolean offer(ServerMessage message) {
		if (replaces(message, this.messages.peekLast())) {
			this.messages.removeLast();
		}
		return this.messages.size() < this.limit && this.messages.offerLast(message);
	}

	private static boolean replaces(ServerMessage message, @Nullable ServerMessage last) {
		return (message instanceof Estimation && last instanceof Estimation)
				|| (message instanceof Progress && last instanceof Progress);
	}

	@Override
	public synchronized @Nullable ServerMessage poll() {
		return this.messages.pollFirst();
	}

	@Override
	public synchronized @Nullable ServerMessage peek() {
		return this.messages.peekFirst();
	}

	@Override
	public synchronized Iterator<ServerMessage> iterator() {
		return List.copyOf(this.messages).iterator();
	}

	@Override
	public synchronized int size() {
		return this.messages.size();
	}

}
