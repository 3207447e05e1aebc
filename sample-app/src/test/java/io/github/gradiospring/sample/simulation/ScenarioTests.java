package io.github.gradiospring.sample.simulation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScenarioTests {

	@Test
	void oneServerIsTheTextbookCase() {
		Scenario scenario = new Scenario(30, 1.5, 1);
		assertThat(scenario.utilization()).isEqualTo(0.75);
		assertThat(scenario.waitProbability()).isCloseTo(0.75, within(1e-12));
		assertThat(scenario.meanWait()).isCloseTo(4.5, within(1e-12));
		assertThat(scenario.meanLength()).isCloseTo(2.25, within(1e-12));
	}

	@Test
	void twoServersWithALoadOfOneMakeAThirdWait() {
		Scenario scenario = new Scenario(60, 1, 2);
		assertThat(scenario.waitProbability()).isCloseTo(1.0 / 3, within(1e-12));
		assertThat(scenario.meanWait()).isCloseTo(1.0 / 3, within(1e-12));
	}

	@Test
	void equalsTheSumOfErlang() {
		// Ten servers, load eight: the last term over the sum of all.
		double load = 8;
		double term = 1;
		double sum = 1;
		for (int i = 1; i < 10; i++) {
			term *= load / i;
			sum += term;
		}
		double last = term * load / 10 / (1 - load / 10);
		assertThat(new Scenario(60, 8, 10).waitProbability()).isCloseTo(last / (sum + last), within(1e-12));
	}

	@Test
	void overloadedServersHaveNoAverage() {
		Scenario scenario = new Scenario(60, 2, 2);
		assertThat(scenario.isStable()).isFalse();
		assertThat(scenario.waitProbability()).isEqualTo(1);
		assertThat(scenario.meanWait()).isInfinite();
	}

}
