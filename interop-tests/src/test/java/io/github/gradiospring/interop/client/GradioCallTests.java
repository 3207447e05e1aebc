package io.github.gradiospring.interop.client;

import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of plain calls, with Gradio; layout and updates are its alone so far. */
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

	@Test
	void case11_layoutOutputsAreRemoved() {
		GradioClient client = client(Profile.MAIN);
		assertThat(client.endpoint("/greeting").inputs("Bob").retrieve(String.class).block(LIMIT))
			.isEqualTo("Hello Bob");
		assertThat(client.endpoint("/show_group").retrieve(Object.class).hasElement().block(LIMIT)).isFalse();
	}

	@Test
	void case11_updatesArePassedOn() {
		JsonNode update = client(Profile.MAIN).endpoint("/update").inputs("abc").retrieve(JsonNode.class).block(LIMIT);
		assertThat(update).isEqualTo(
				json("{\"__type__\": \"update\", \"value\": \"ABC\", \"visible\": true, \"interactive\": false}"));
	}

}
