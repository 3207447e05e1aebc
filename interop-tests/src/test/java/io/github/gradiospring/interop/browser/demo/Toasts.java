package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.endpoint.GradioLog;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("toasts")
class Toasts {

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("answer")
	String announce(String message, GradioLog log) {
		log.send(LogLevel.INFO, message, "Info", null, true);
		log.send(LogLevel.WARNING, message + ", again", "Warning", null, true);
		return "said";
	}

}
