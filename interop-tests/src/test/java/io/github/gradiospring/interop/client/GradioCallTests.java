package io.github.gradiospring.interop.client;

import java.util.List;

import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of plain calls, with Gradio; the chat profile is its alone so far. */
class GradioCallTests extends CallCases {

	GradioCallTests() {
		super(Server.GRADIO);
	}

	@Test
	void case10_theOnlyPublicEndpointNeedsNoName() {
		List<String> replies = client(Profile.CHAT).endpoint()
			.inputs("hi")
			.stream(String.class)
			.collectList()
			.block(LIMIT);
		assertThat(replies).containsExactly("h", "hi");
	}

}
