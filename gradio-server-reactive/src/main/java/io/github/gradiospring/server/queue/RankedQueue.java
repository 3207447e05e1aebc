package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A first-in first-out queue that knows the rank of each element. Adding, removing,
 * ranking and finding by rank cost O(log n). Not safe for use by several threads.
 * <p>
 * Elements sit in slots in the order of their arrival; a Fenwick tree over the slots
 * counts the taken ones. When the slots are used up, the elements move together, which is
 * amortized by the additions in between.
 *
 * @param <K> identifies an element
 * @param <V> an element
 */
final class RankedQueue<K, V> {

	private static final int MIN_CAPACITY = 16;

	private final Map<K, Integer> slots = new HashMap<>();

	/** Elements by slot, from 1; a removed one leaves null. */
	private @Nullable Entry<K, V>[] entries = newEntries(MIN_CAPACITY);

	/** {@code tree[i]} counts the elements in the slots (i - lowestBit(i), i]. */
	private int[] tree = new int[MIN_CAPACITY + 1];

	private int lastSlot;

	int size() {
		return this.slots.size();
	}

	/**
	 * Adds an element at the end.
	 * @param key identifies it; not in the queue yet
	 * @param value the element
	 * @return its rank
	 */
	int add(K key, V value) {
		if (this.lastSlot == this.tree.length - 1) {
			moveTogether();
		}
		int slot = ++this.lastSlot;
		this.entries[slot] = new Entry<>(key, value);
		this.slots.put(key, slot);
		count(slot, 1);
		return this.slots.size() - 1;
	}

	/**
	 * Removes an element.
	 * @param key identifies it
	 * @return its rank, or -1 when it is not in the queue
	 */
	int remove(K key) {
		Integer slot = this.slots.remove(key);
		if (slot == null) {
			return -1;
		}
		this.entries[slot] = null;
		count(slot, -1);
		return elementsUpTo(slot);
	}

	/**
	 * The element at a rank.
	 * @param rank how many elements are before it
	 * @return the element, or {@code null} past the end
	 */
	@Nullable V at(int rank) {
		if (rank < 0 || rank >= this.slots.size()) {
			return null;
		}
		int slot = 0;
		int left = rank;
		for (int step = Integer.highestOneBit(this.tree.length - 1); step > 0; step >>= 1) {
			int next = slot + step;
			if (next < this.tree.length && this.tree[next] <= left) {
				slot = next;
				left -= this.tree[next];
			}
		}
		Entry<K, V> entry = this.entries[slot + 1];
		return (entry != null) ? entry.value() : null;
	}

	private int elementsUpTo(int slot) {
		int count = 0;
		for (int i = slot; i > 0; i -= Integer.lowestOneBit(i)) {
			count += this.tree[i];
		}
		return count;
	}

	private void count(int slot, int change) {
		for (int i = slot; i < this.tree.length; i += Integer.lowestOneBit(i)) {
			this.tree[i] += change;
		}
	}

	private void moveTogether() {
		List<Entry<K, V>> kept = new ArrayList<>(this.slots.size());
		for (Entry<K, V> entry : this.entries) {
			if (entry != null) {
				kept.add(entry);
			}
		}
		int capacity = MIN_CAPACITY;
		while (capacity < 2 * kept.size()) {
			capacity *= 2;
		}
		this.entries = newEntries(capacity);
		this.tree = new int[capacity + 1];
		this.lastSlot = kept.size();
		for (int slot = 1; slot <= kept.size(); slot++) {
			Entry<K, V> entry = kept.get(slot - 1);
			this.entries[slot] = entry;
			this.slots.put(entry.key(), slot);
		}
		for (int slot = 1; slot <= capacity; slot++) {
			this.tree[slot] += (slot <= this.lastSlot) ? 1 : 0;
			int parent = slot + Integer.lowestOneBit(slot);
			if (parent <= capacity) {
				this.tree[parent] += this.tree[slot];
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static <K, V> @Nullable Entry<K, V>[] newEntries(int capacity) {
		return (Entry<K, V>[]) new Entry<?, ?>[capacity + 1];
	}

	private record Entry<K, V>(K key, V value) {
	}

}
