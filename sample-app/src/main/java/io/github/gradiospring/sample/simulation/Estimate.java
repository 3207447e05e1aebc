package io.github.gradiospring.sample.simulation;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

import io.github.gradiospring.server.annotation.Dataframe;
import io.github.gradiospring.server.annotation.GradioOutput;

/**
 * What is known so far: two outputs of one endpoint.
 *
 * @param comparison the estimates beside the theory
 * @param chart the mean wait after each step
 */
record Estimate(@Dataframe List<Row> comparison, @GradioOutput("mean wait so far, and in theory") BufferedImage chart) {

	static Estimate of(WaitingLine line, Scenario scenario, Chart chart) {
		return new Estimate(
				List.of(Row.of("Utilization of the servers", line.utilization(), scenario.utilization()),
						Row.of("Probability of waiting", line.waitProbability(), scenario.waitProbability()),
						Row.of("Mean wait in minutes", line.meanWait(), scenario.meanWait()),
						Row.of("Mean length of the line", line.meanLength(), scenario.meanLength())),
				chart.add(line.meanWait()));
	}

	record Row(String measure, String simulated, String theory) {

		static Row of(String measure, double simulated, double theory) {
			return new Row(measure, format(simulated), Double.isFinite(theory) ? format(theory) : "no limit");
		}

		private static String format(double value) {
			return String.format(Locale.ROOT, "%.4f", value);
		}

	}

}
