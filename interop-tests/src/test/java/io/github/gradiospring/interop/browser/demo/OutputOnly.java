package io.github.gradiospring.interop.browser.demo;

import java.util.random.RandomGenerator;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("output_only")
class OutputOnly {

	private final RandomGenerator random = RandomGenerator.getDefault();

	@GradioEndpoint
	@GradioOutput("dice")
	int roll() {
		return this.random.nextInt(1, 7);
	}

}
