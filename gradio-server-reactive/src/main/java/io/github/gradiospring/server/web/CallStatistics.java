package io.github.gradiospring.server.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how calls end and how long they take, by endpoint, for {@code /monitoring}. An
 * endpoint takes up a few kilobytes, however many calls it has.
 */
public final class CallStatistics {

	private static final int RECENT = 512;

	private final Map<String, Calls> endpoints = new ConcurrentHashMap<>();

	/**
	 * Counts a call that has ended.
	 * @param endpoint the API name of an endpoint
	 * @param duration how long it ran
	 * @param success whether it ended well
	 */
	public void record(String endpoint, Duration duration, boolean success) {
		this.endpoints.computeIfAbsent(endpoint, (name) -> new Calls()).record(duration, success);
	}

	Map<String, Summary> summary() {
		Map<String, Summary> summary = new TreeMap<>();
		this.endpoints.forEach((name, calls) -> summary.put(name, calls.summary()));
		return summary;
	}

	/** The calls of one endpoint. */
	private static final class Calls {

		private final double[] recent = new double[RECENT];

		private long total;

		private long successes;

		synchronized void record(Duration duration, boolean success) {
			this.recent[(int) (this.total % RECENT)] = duration.toNanos() / 1e9;
			this.total++;
			this.successes += success ? 1 : 0;
		}

		synchronized Summary summary() {
			double[] sorted = Arrays.copyOf(this.recent, (int) Math.min(this.total, RECENT));
			Arrays.sort(sorted);
			return new Summary(this.total, (double) this.successes / this.total, sorted);
		}

	}

	/**
	 * The calls of one endpoint at a time.
	 *
	 * @param total how many there were
	 * @param successRate the part that ended well
	 * @param seconds how long the latest ones ran, in ascending order
	 */
	record Summary(long total, double successRate, double[] seconds) {

		double percentile(int percent) {
			int index = (int) Math.ceil(percent / 100.0 * this.seconds.length) - 1;
			return this.seconds[Math.max(0, index)];
		}

	}

}
