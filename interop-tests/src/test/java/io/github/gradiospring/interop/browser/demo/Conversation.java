package io.github.gradiospring.interop.browser.demo;

import java.util.List;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.component.ChatMessage;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("chatbot")
class Conversation {

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("conversation")
	List<ChatMessage> converse(String message) {
		return List.of(ChatMessage.user(message), ChatMessage.assistant("You said: **" + message + "**"));
	}

}
