package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link RankedQueue}. */
class RankedQueueTests {

	private final RankedQueue<Integer, String> queue = new RankedQueue<>();

	@Test
	void emptyQueueHasNothing() {
		assertThat(this.queue.size()).isZero();
		assertThat(this.queue.at(0)).isNull();
		assertThat(this.queue.at(-1)).isNull();
		assertThat(this.queue.remove(1)).isEqualTo(-1);
	}

	@Test
	void movesUpWhenAnEarlierOneLeaves() {
		assertThat(this.queue.add(1, "a")).isZero();
		assertThat(this.queue.add(2, "b")).isEqualTo(1);
		assertThat(this.queue.add(3, "c")).isEqualTo(2);
		assertThat(this.queue.remove(2)).isEqualTo(1);
		assertThat(this.queue.at(1)).isEqualTo("c");
		assertThat(this.queue.at(2)).isNull();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void behavesAsAList(long seed) {
		Random random = new Random(seed);
		List<Integer> model = new ArrayList<>();
		int next = 0;
		for (int step = 0; step < 3_000; step++) {
			// Grows and shrinks in turn, so that slots are used up at all sizes
			boolean growing = (step / 400) % 2 == 0;
			if (random.nextInt(10) < (growing ? 7 : 3)) {
				assertThat(this.queue.add(next, "v" + next)).isEqualTo(model.size());
				model.add(next++);
			}
			else if (!model.isEmpty()) {
				int rank = random.nextBoolean() ? 0 : random.nextInt(model.size());
				assertThat(this.queue.remove(model.get(rank))).isEqualTo(rank);
				model.remove(rank);
			}
			assertThat(this.queue.size()).isEqualTo(model.size());
			int probe = random.nextInt(model.size() + 1);
			assertThat(this.queue.at(probe)).isEqualTo((probe < model.size()) ? "v" + model.get(probe) : null);
		}
		for (int rank = 0; rank < model.size(); rank++) {
			assertThat(this.queue.at(rank)).isEqualTo("v" + model.get(rank));
		}
	}

	@Test
	void agreesWithAListForEverySizeAndEveryRemoval() {
		for (int size = 1; size <= 70; size++) {
			for (int removed = 0; removed < size; removed++) {
				RankedQueue<Integer, Integer> small = new RankedQueue<>();
				for (int value = 0; value < size; value++) {
					small.add(value, value);
				}
				assertThat(small.remove(removed)).isEqualTo(removed);
				for (int rank = 0; rank < size - 1; rank++) {
					assertThat(small.at(rank)).isEqualTo((rank < removed) ? rank : rank + 1);
				}
				assertThat(small.at(size - 1)).isNull();
			}
		}
	}

}
