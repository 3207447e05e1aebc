package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("live")
class Live {

	@GradioEndpoint
	@GradioOutput("result")
	@GradioInterface(live = true, flagging = FlaggingMode.NEVER)
	double calculate(@GradioParam(defaultValue = "0") double first,
			@GradioParam(defaultValue = "add") Operation operation, @GradioParam(defaultValue = "0") double second) {
		return operation.apply(first, second);
	}

}
