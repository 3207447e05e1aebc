package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.endpoint.GradioException;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("error")
class Refusal {

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("answer")
	String fail(String message) {
		throw new GradioException(message, "Refused", null, true);
	}

}
