package io.github.gradiospring.sample.simulation;

import java.util.Collections;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Serves simulated customers in the order of their arrival, and measures. */
final class WaitingLine {

	private final Scenario scenario;

	private final RandomGenerator random;

	/** When each server is free again; the first one serves the next customer. */
	private final PriorityQueue<Double> freeAt;

	private double now;

	private double waited;

	private double worked;

	private long customers;

	private long delayed;

	WaitingLine(Scenario scenario, long seed) {
		this.scenario = scenario;
		this.random = new SplittableRandom(seed);
		this.freeAt = new PriorityQueue<>(Collections.nCopies(scenario.servers(), 0.0));
	}

	void serve(long count) {
		for (long i = 0; i < count; i++) {
			this.now += this.random.nextExponential() * this.scenario.minutesBetweenArrivals();
			double start = Math.max(this.now, this.freeAt.remove());
			double work = this.random.nextExponential() * this.scenario.minutesEach();
			this.freeAt.add(start + work);
			this.customers++;
			this.delayed += (start > this.now) ? 1 : 0;
			this.waited += start - this.now;
			this.worked += work;
		}
	}

	double utilization() {
		return this.worked / this.now / this.scenario.servers();
	}

	double waitProbability() {
		return (double) this.delayed / this.customers;
	}

	double meanWait() {
		return this.waited / this.customers;
	}

	double meanLength() {
		return this.waited / this.now;
	}

}
