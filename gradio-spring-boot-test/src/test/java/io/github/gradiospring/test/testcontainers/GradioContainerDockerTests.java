package io.github.gradiospring.test.testcontainers;

import java.nio.file.Path;
import java.time.Duration;

import io.github.gradiospring.protocol.GradioProtocol;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A real Gradio in a real container; skipped where no Docker runs. */
@Testcontainers(disabledWithoutDocker = true)
class GradioContainerDockerTests {

	@Container
	private static final GradioContainer container = new GradioContainer(
			GradioImage.ofScript(Path.of("src/test/python/app.py")));

	@Test
	void startsAnApp() {
		String config = WebClient.create(container.getUrl())
			.get()
			.uri("/config")
			.retrieve()
			.bodyToMono(String.class)
			.block(Duration.ofSeconds(10));

		assertThat(GradioProtocol.jsonMapper().readTree(config).get("version").asString())
			.isEqualTo(GradioProtocol.GRADIO_VERSION);
	}

}
