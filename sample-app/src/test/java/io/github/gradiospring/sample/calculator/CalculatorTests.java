package io.github.gradiospring.sample.calculator;

import io.github.gradiospring.server.endpoint.GradioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalculatorTests {

	private final Calculator calculator = new Calculator();

	@ParameterizedTest
	@CsvSource({ "1.5, ADD, 2, 3.5", "1.5, SUBTRACT, 2, -0.5", "1.5, MULTIPLY, -2, -3", "1.5, DIVIDE, 2, 0.75",
			"2, POWER, 10, 1024", "2, POWER, -1, 0.5" })
	void calculates(double first, Operation operation, double second, double expected) {
		assertThat(this.calculator.calculator(first, operation, second, 2)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "2, 0.67", "10, 0.6666666667" })
	void roundsToTheDecimals(int decimals, double expected) {
		assertThat(this.calculator.calculator(2, Operation.DIVIDE, 3, decimals)).isEqualTo(expected);
	}

	@Test
	void tellsTheCallerWhyZeroIsNoDivisor() {
		assertThatExceptionOfType(GradioException.class)
			.isThrownBy(() -> this.calculator.calculator(1, Operation.DIVIDE, 0, 2))
			.withMessage("Nothing can be divided by zero.");
	}

	@ParameterizedTest
	@CsvSource({ "1e300, MULTIPLY, 1e300", "-1, POWER, 0.5" })
	void refusesResultsThatAreNoNumbers(double first, Operation operation, double second) {
		assertThatExceptionOfType(GradioException.class)
			.isThrownBy(() -> this.calculator.calculator(first, operation, second, 2))
			.withMessageContaining("not a number");
	}

}
