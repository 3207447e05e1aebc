package io.github.gradiospring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor shows for our properties.
 */
class ConfigurationMetadataTests {

	@Test
	void everyPropertyIsDescribed() throws IOException {
		List<JsonNode> properties = read("properties");
		assertThat(properties).hasSizeGreaterThan(20).allSatisfy((property) -> {
			assertThat(property.path("description").asString()).as(property.path("name").asString())
				.matches("(?s)[A-Z].*\\.");
		});
	}

	@Test
	void everyHintIsForAProperty() throws IOException {
		List<String> names = read("properties").stream().map((property) -> property.path("name").asString()).toList();
		assertThat(read("hints")).isNotEmpty()
			.allSatisfy((hint) -> assertThat(names).contains(hint.path("name").asString()));
	}

	private List<JsonNode> read(String name) throws IOException {
		try (InputStream metadata = GradioProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			List<JsonNode> values = new ArrayList<>();
			new JsonMapper().readTree(metadata).path(name).forEach(values::add);
			return values;
		}
	}

}
