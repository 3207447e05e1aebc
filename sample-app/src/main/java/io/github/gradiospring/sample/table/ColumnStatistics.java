package io.github.gradiospring.sample.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What can be said about a column.
 *
 * @param column the name
 * @param kind what its values are: numbers, text or empty
 * @param values how many there are
 * @param missing how many are empty
 * @param distinct how many different ones there are
 * @param mostFrequent the value that is there most often
 * @param smallest the smallest number
 * @param median the number in the middle
 * @param mean the mean of the numbers
 * @param largest the largest number
 */
record ColumnStatistics(String column, String kind, int values, int missing, int distinct, String mostFrequent,
		@Nullable Double smallest, @Nullable Double median, @Nullable Double mean, @Nullable Double largest) {

	static ColumnStatistics of(String column, List<String> cells) {
		List<String> values = cells.stream().map(String::strip).filter((cell) -> !cell.isEmpty()).toList();
		int missing = cells.size() - values.size();
		Map<String, Long> counts = values.stream()
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
		double[] numbers = numbers(values);
		if (numbers.length == 0) {
			return new ColumnStatistics(column, values.isEmpty() ? "empty" : "text", values.size(), missing,
					counts.size(), mostFrequent(counts), null, null, null, null);
		}
		return new ColumnStatistics(column, "numbers", values.size(), missing, counts.size(), mostFrequent(counts),
				numbers[0], median(numbers), mean(numbers), numbers[numbers.length - 1]);
	}

	/** Of equally frequent values the first in alphabetical order. */
	private static String mostFrequent(Map<String, Long> counts) {
		return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
	}

	/** The numbers in ascending order; empty unless all values are numbers. */
	private static double[] numbers(List<String> values) {
		try {
			return values.stream().mapToDouble(Double::parseDouble).sorted().toArray();
		}
		catch (NumberFormatException ex) {
			return new double[0];
		}
	}

	/** The mean, with four decimals. */
	private static double mean(double[] numbers) {
		return Math.rint(Arrays.stream(numbers).sum() / numbers.length * 10_000) / 10_000;
	}

	private static double median(double[] sorted) {
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
