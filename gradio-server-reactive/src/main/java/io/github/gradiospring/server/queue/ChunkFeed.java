package io.github.gradiospring.server.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chunks of an input that have arrived and were not used yet. */
final class ChunkFeed {

	/** A source that is faster than the endpoint loses its oldest chunks. */
	static final int MAX_CHUNKS = 64;

	private final Deque<List<JsonNode>> chunks = new ArrayDeque<>();

	private boolean closed;

	private @Nullable Runnable waiting;

	/**
	 * Adds a chunk.
	 * @param chunk one value per input component
	 * @return whether it was taken; not after the end
	 */
	boolean offer(List<JsonNode> chunk) {
		Runnable woken;
		synchronized (this) {
			if (this.closed) {
				return false;
			}
			if (this.chunks.size() == MAX_CHUNKS) {
				this.chunks.remove();
			}
			this.chunks.add(chunk);
			woken = wake();
		}
		if (woken != null) {
			woken.run();
		}
		return true;
	}

	/** No further chunk will come. */
	void close() {
		Runnable woken;
		synchronized (this) {
			this.closed = true;
			woken = wake();
		}
		if (woken != null) {
			woken.run();
		}
	}

	synchronized @Nullable List<JsonNode> poll() {
		return this.chunks.poll();
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

	/**
	 * Waits for a chunk or the end.
	 * @param task what to run then, once
	 * @return whether the task will run; not when there is something already
	 */
	synchronized boolean await(Runnable task) {
		if (this.closed || !this.chunks.isEmpty()) {
			return false;
		}
		this.waiting = task;
		return true;
	}

	private @Nullable Runnable wake() {
		Runnable woken = this.waiting;
		this.waiting = null;
		return woken;
	}

}
