package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link UpdateRanks}. */
class UpdateRanksTests {

	@Test
	void oneDepartureFromTheFrontTellsTheDenseRanksAndThePowersOfTwo() {
		assertThat(UpdateRanks.crossed(0, 1, 100))
			.containsExactlyElementsOf(ranks(IntStream.concat(IntStream.rangeClosed(0, 16), IntStream.of(32, 64))));
	}

	@Test
	void ranksBeforeTheDepartureAreNotTold() {
		assertThat(UpdateRanks.crossed(5, 1, 8)).containsExactly(5, 6, 7);
		assertThat(UpdateRanks.crossed(40, 1, 200)).containsExactly(64, 128);
	}

	@Test
	void nobodyIsLeftToTell() {
		assertThat(UpdateRanks.crossed(0, 3, 0)).isEmpty();
		assertThat(UpdateRanks.crossed(7, 1, 7)).isEmpty();
	}

	@Test
	void severalDeparturesTellAllWhoPassedARank() {
		assertThat(UpdateRanks.crossed(0, 3, 70)).containsExactlyElementsOf(
				ranks(IntStream.concat(IntStream.rangeClosed(0, 16), IntStream.of(30, 31, 32, 62, 63, 64))));
	}

	@Test
	void agreesWithTheDefinition() {
		Set<Integer> told = new TreeSet<>();
		IntStream.range(0, UpdateRanks.DENSE).forEach(told::add);
		IntStream.range(0, 20).forEach((power) -> told.add(UpdateRanks.DENSE << power));
		Random random = new Random(1);
		for (int i = 0; i < 5_000; i++) {
			int size = random.nextInt(300);
			int first = random.nextInt(200);
			int departed = 1 + random.nextInt(40);
			List<Integer> expected = new ArrayList<>();
			for (int rank = first; rank < size; rank++) {
				int from = rank;
				if (told.stream().anyMatch((each) -> from <= each && each < from + departed)) {
					expected.add(rank);
				}
			}
			assertThat(UpdateRanks.crossed(first, departed, size)).as("%d %d %d", first, departed, size)
				.isEqualTo(expected);
		}
	}

	@Test
	void theCostOfADepartureGrowsWithTheLogarithm() {
		assertThat(UpdateRanks.crossed(0, 1, 10_000)).hasSize(26);
		assertThat(UpdateRanks.crossed(0, 1, Integer.MAX_VALUE)).hasSizeLessThan(50);
	}

	private static List<Integer> ranks(IntStream ranks) {
		return ranks.boxed().toList();
	}

}
