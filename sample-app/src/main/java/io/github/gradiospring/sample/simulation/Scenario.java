package io.github.gradiospring.sample.simulation;

/**
 * Customers who come at random and servers who take a random time for each: what queueing
 * theory calls M/M/c.
 *
 * @param arrivalsPerHour how many customers come on average
 * @param minutesEach how long a customer takes on average
 * @param servers how many are served at a time
 */
record Scenario(double arrivalsPerHour, double minutesEach, int servers) {

	double minutesBetweenArrivals() {
		return 60 / this.arrivalsPerHour;
	}

	/** How busy each server is, 1 or more when they cannot keep up. */
	double utilization() {
		return this.minutesEach / minutesBetweenArrivals() / this.servers;
	}

	boolean isStable() {
		return utilization() < 1;
	}

	/** The probability that a customer has to wait: Erlang's C formula. */
	double waitProbability() {
		if (!isStable()) {
			return 1;
		}
		double blocking = 1;
		double load = utilization() * this.servers;
		for (int i = 1; i <= this.servers; i++) {
			blocking = load * blocking / (i + load * blocking);
		}
		return blocking / (1 - utilization() * (1 - blocking));
	}

	/**
	 * The mean time in the line, in minutes; infinite when the servers cannot keep up.
	 */
	double meanWait() {
		return isStable() ? waitProbability() * this.minutesEach / (this.servers * (1 - utilization()))
				: Double.POSITIVE_INFINITY;
	}

	/** The mean length of the line, by Little's law. */
	double meanLength() {
		return meanWait() / minutesBetweenArrivals();
	}

}
