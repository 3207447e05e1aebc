package io.github.gradiospring.server.queue;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the thread that brings them, one after the other: a task that is brought
 * by another one waits until that one is over. So runs that end where they start do not
 * grow the stack, and threads do not wait for each other.
 */
final class Trampoline {

	private final ThreadLocal<@Nullable Deque<Runnable>> waiting = new ThreadLocal<>();

	void run(Runnable task) {
		Deque<Runnable> tasks = this.waiting.get();
		if (tasks != null) {
			tasks.add(task);
			return;
		}
		tasks = new ArrayDeque<>();
		this.waiting.set(tasks);
		try {
			for (Runnable next = task; next != null; next = tasks.poll()) {
				next.run();
			}
		}
		finally {
			this.waiting.remove();
		}
	}

}
