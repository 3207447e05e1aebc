package io.github.gradiospring.sample.calculator;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;
import io.github.gradiospring.server.endpoint.GradioException;

import org.springframework.stereotype.Service;

/** Calculates with two numbers. */
@Service
class Calculator {

	@GradioEndpoint(description = "Calculates with two numbers and rounds the result.")
	@GradioInterface(title = "Calculator", additionalInputs = "decimals",
			examples = { @GradioExample({ "45", "add", "3" }), @GradioExample({ "3.14", "divide", "2" }),
					@GradioExample({ "144", "multiply", "2.5" }), @GradioExample({ "2", "power", "0.5", "5" }) })
	@GradioOutput("result")
	double calculator(double first, Operation operation, double second,
			@Slider(minimum = 0, maximum = 10, step = 1) @GradioParam(defaultValue = "2") int decimals) {
		double result = operation.apply(first, second);
		if (!Double.isFinite(result)) {
			throw new GradioException("The result is not a number that can be shown.");
		}
		return BigDecimal.valueOf(result).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
	}

}
