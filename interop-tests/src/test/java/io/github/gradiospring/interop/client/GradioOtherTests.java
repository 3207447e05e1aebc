package io.github.gradiospring.interop.client;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of other things, with Gradio; the chat page is its alone so far. */
class GradioOtherTests extends OtherCases {

	GradioOtherTests() {
		super(Server.GRADIO);
	}

	@Test
	void case36_chatKeepsItsHistoryInTheSession() {
		GradioClient client = client(Profile.CHAT);
		assertThat(client.endpoint("/chat").inputs("hey").stream(String.class).collectList().block(LIMIT))
			.containsExactly("h", "he", "hey");
		stillWorks(client, "/chat", "history", "history_len=2");
		stillWorks(client(Profile.CHAT), "/chat", "history", "history_len=0");
	}

}
