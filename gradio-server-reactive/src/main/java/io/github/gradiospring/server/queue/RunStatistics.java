package io.github.gradiospring.server.queue;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** How long the runs of an endpoint take. Times are seconds, as on the wire. */
final class RunStatistics {

	private static final double NANOS = 1e9;

	private final MovingAverage runs = new MovingAverage();

	private final MovingAverage steps = new MovingAverage();

	private final @Nullable Double estimate;

	RunStatistics(@Nullable Duration estimate) {
		this.estimate = (estimate != null) ? seconds(estimate.toNanos()) : null;
	}

	static double seconds(long nanos) {
		return nanos / NANOS;
	}

	void runEnded(long nanos) {
		this.runs.add(nanos);
	}

	/** A step is one result of a generator, or all of a call with one result. */
	void stepEnded(long nanos) {
		this.steps.add(nanos);
	}

	/** The mean of recent runs, or what was declared; {@code null} for neither. */
	@Nullable Double run() {
		double mean = this.runs.mean();
		return Double.isNaN(mean) ? this.estimate : Double.valueOf(mean / NANOS);
	}

	/** The mean of recent steps. */
	@Nullable Double step() {
		double mean = this.steps.mean();
		return Double.isNaN(mean) ? null : Double.valueOf(mean / NANOS);
	}

}
