package io.github.gradiospring.sample.calculator;

import java.util.function.DoubleBinaryOperator;

import io.github.gradiospring.server.endpoint.GradioException;
import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/** What can be done with two numbers; callers see a choice for each. */
@EnumNaming(LowerCamelCaseStrategy.class)
enum Operation {

	ADD(Double::sum), SUBTRACT((first, second) -> first - second), MULTIPLY((first, second) -> first * second),
	DIVIDE(Operation::divide), POWER(Math::pow);

	private final DoubleBinaryOperator operator;

	Operation(DoubleBinaryOperator operator) {
		this.operator = operator;
	}

	double apply(double first, double second) {
		return this.operator.applyAsDouble(first, second);
	}

	private static double divide(double first, double second) {
		if (second == 0) {
			throw new GradioException("Nothing can be divided by zero.");
		}
		return first / second;
	}

}
