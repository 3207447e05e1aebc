package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("examples")
class Examples {

	@GradioEndpoint
	@GradioOutput("result")
	@GradioInterface(title = "Toy Calculator",
			description = "Two numbers and what to do with them. **Try an example.**",
			article = "A result is a *number*.", examples = { @GradioExample({ "45", "add", "3" }),
					@GradioExample({ "3.5", "divide", "2" }), @GradioExample({ "144", "subtract", "2.5" }) })
	double calculate(@GradioParam(defaultValue = "0") double first,
			@GradioParam(defaultValue = "add") Operation operation, @GradioParam(defaultValue = "0") double second) {
		return operation.apply(first, second);
	}

}
