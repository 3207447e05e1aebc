package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranks at which a waiting event is told where it is: all of the first ones, then
 * every power of two. An event passes each of them once, so it gets O(log n) updates
 * while it waits, however long the queue is.
 */
final class UpdateRanks {

	/** Below this rank every step is told. */
	static final int DENSE = 16;

	private UpdateRanks() {
	}

	/**
	 * The ranks whose events have reached or passed a rank of the set.
	 * @param first the lowest rank that an event has left
	 * @param departed how many events have left
	 * @param size how many events wait now
	 * @return the ranks, ascending
	 */
	static List<Integer> crossed(int first, int departed, int size) {
		List<Integer> ranks = new ArrayList<>();
		int next = first;
		for (long told = atLeast(first); next < size; told = atLeast(told + 1)) {
			// An event now at a rank in (told - departed, told] was above told before
			long from = Math.max(next, told - departed + 1);
			if (from >= size) {
				break;
			}
			next = (int) Math.min(size, told + 1);
			for (int rank = (int) from; rank < next; rank++) {
				ranks.add(rank);
			}
		}
		return ranks;
	}

	/** The lowest rank of the set that is not below the given one. */
	private static long atLeast(long rank) {
		long power = Long.highestOneBit(rank);
		return (rank <= DENSE || power == rank) ? rank : power << 1;
	}

}
