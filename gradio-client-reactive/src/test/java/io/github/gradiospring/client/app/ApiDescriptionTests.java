package io.github.gradiospring.client.app;

import java.io.IOException;
import java.io.InputStream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTests {

	private final ApiDescription api = new ApiDescription(recorded());

	@Test
	void showsWhatHasNoDefaultByAnExample() {
		assertThat(endpoint("/greet").snippet()).isEqualTo("""
				client.endpoint("/greet")
					.input("name", "Hello!!")
					.input("punctuation", "Hello!!")
					.retrieve(String.class);""");
	}

	@Test
	void readsAsASignatureADescriptionAndASnippet() {
		assertThat(endpoint("/greet").toString()).isEqualTo("""
				/greet(name: String, punctuation: String) -> (Greeting: String)
				    Greets somebody.

				    client.endpoint("/greet")
				        .input("name", "Hello!!")
				        .input("punctuation", "Hello!!")
				        .retrieve(String.class);
				""");
	}

	@Test
	void showsDefaultsAndChoices() {
		assertThat(endpoint("/calculator_defaults").toString()).startsWith(
				"/calculator_defaults(num1: Double = 10, operation: String [add, subtract, multiply, divide] = null, num2: Double = 100) -> (output: Double)");
	}

	@Test
	void sendsFilesByTheirPath() {
		assertThat(endpoint("/file_text").snippet()).contains(".input(\"file\", Path.of(\"file\"))")
			.endsWith(".retrieve(List.class);");
	}

	@Test
	void listsEveryEndpoint() {
		assertThat(this.api.endpoints()).hasSize(this.api.info().namedEndpoints().size());
		assertThat(this.api.toString()).startsWith(this.api.endpoints().size() + " endpoints")
			.contains("/no_output", ".retrieve(Void.class)");
	}

	private EndpointDescription endpoint(String name) {
		return this.api.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static ApiInfo recorded() {
		try (InputStream in = ApiDescriptionTests.class.getResourceAsStream("/recordings/info_fixtures_main.json")) {
			JsonNode endpoints = GradioProtocol.jsonMapper().readTree(in).findValue("named_endpoints");
			ObjectNode info = GradioProtocol.jsonMapper().createObjectNode();
			info.set("named_endpoints", endpoints);
			return GradioProtocol.jsonMapper().treeToValue(info, ApiInfo.class);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
