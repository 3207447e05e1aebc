package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** What the README shows. */
@Service
@Profile("greeter")
class Greeter {

	@GradioEndpoint
	@GradioInterface(title = "Greeter", description = "Greets *anybody*.",
			examples = { @GradioExample({ "Ada", "3" }), @GradioExample({ "Grace", "5" }) },
			flaggingOptions = { "rude", "boring" })
	@GradioOutput("greeting")
	String greet(@GradioParam(description = "Whom to greet") String name,
			@GradioParam(defaultValue = "2") @Slider(minimum = 1, maximum = 10) int intensity) {
		return "Hello, " + name + "!".repeat(intensity);
	}

}
