package io.github.gradiospring.interop.browser.demo;

import java.util.function.DoubleBinaryOperator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.gradiospring.server.endpoint.GradioException;

/** What the calculators can do. */
enum Operation {

	@JsonProperty("add")
	ADD((first, second) -> first + second),

	@JsonProperty("subtract")
	SUBTRACT((first, second) -> first - second),

	@JsonProperty("multiply")
	MULTIPLY((first, second) -> first * second),

	@JsonProperty("divide")
	DIVIDE(Operation::divide);

	private final DoubleBinaryOperator function;

	Operation(DoubleBinaryOperator function) {
		this.function = function;
	}

	double apply(double first, double second) {
		return this.function.applyAsDouble(first, second);
	}

	private static double divide(double first, double second) {
		if (second == 0) {
			throw new GradioException("Cannot divide by zero!");
		}
		return first / second;
	}

}
