package io.github.gradiospring.sample.simulation;

import java.util.List;

import io.github.gradiospring.sample.support.RecordedLog;
import io.github.gradiospring.sample.support.RecordedProgress;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

class SimulatorTests {

	private final RecordedProgress progress = new RecordedProgress();

	private final RecordedLog log = new RecordedLog();

	@Test
	void theEstimatesApproachTheTheory() {
		Scenario scenario = new Scenario(50, 3, 3);
		WaitingLine line = new WaitingLine(scenario, 1);
		line.serve(1_000_000);
		assertThat(line.utilization()).isCloseTo(scenario.utilization(), withinPercentage(1));
		assertThat(line.waitProbability()).isCloseTo(scenario.waitProbability(), withinPercentage(1));
		assertThat(line.meanWait()).isCloseTo(scenario.meanWait(), withinPercentage(3));
		assertThat(line.meanLength()).isCloseTo(scenario.meanLength(), withinPercentage(3));
	}

	@Test
	void theSeedDecidesTheCourse() {
		assertThat(lastWait(7)).isEqualTo(lastWait(7)).isNotEqualTo(lastWait(8));
	}

	@Test
	void sendsAnEstimateAfterEachStep() {
		StepVerifier.create(simulate(50, 1).collectList()).assertNext((estimates) -> {
			assertThat(estimates).hasSize(Simulator.STEPS);
			assertThat(estimates).extracting((estimate) -> estimate.comparison().get(2).simulated())
				.doesNotHaveDuplicates();
			assertThat(estimates.get(0).comparison().get(0).theory()).isEqualTo("0.8333");
		}).verifyComplete();
		assertThat(this.progress.fractions()).hasSize(Simulator.STEPS).endsWith(1.0);
		assertThat(this.log.messages()).isEmpty();
	}

	@Test
	void stopsWithItsReader() {
		StepVerifier.create(simulate(50, 1).take(3)).expectNextCount(3).verifyComplete();
		assertThat(this.progress.fractions()).hasSize(3);
	}

	@Test
	void warnsOfALineThatGrowsForEver() {
		Estimate last = simulate(120, 1).blockLast();
		assertThat(this.log.messages()).singleElement().asString().contains("grows for ever");
		assertThat(last.comparison().get(2).theory()).isEqualTo("no limit");
	}

	private String lastWait(long seed) {
		List<Estimate.Row> rows = simulate(50, seed).blockLast().comparison();
		return rows.get(2).simulated();
	}

	private Flux<Estimate> simulate(double arrivalsPerHour, long seed) {
		return new Simulator().simulate(arrivalsPerHour, 3, 3, 20_000, seed, this.progress, this.log);
	}

}
