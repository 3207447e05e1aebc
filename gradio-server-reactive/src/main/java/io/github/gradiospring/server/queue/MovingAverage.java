package io.github.gradiospring.server.queue;

/** The mean of the last durations. Reading it costs nothing. */
final class MovingAverage {

	/** Enough to be steady, few enough to follow a change of load. */
	private static final int WINDOW = 100;

	private final long[] durations = new long[WINDOW];

	private long count;

	private long sum;

	private volatile double mean = Double.NaN;

	synchronized void add(long nanos) {
		int place = (int) (this.count++ % WINDOW);
		this.sum += nanos - this.durations[place];
		this.durations[place] = nanos;
		this.mean = (double) this.sum / Math.min(this.count, WINDOW);
	}

	/**
	 * The mean.
	 * @return nanoseconds, or NaN before the first duration
	 */
	double mean() {
		return this.mean;
	}

}
