package io.github.gradiospring.test.testcontainers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.HttpWaitStrategy;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Everything about the container that needs no Docker. */
class GradioContainerTests {

	@Test
	@SuppressWarnings("resource")
	void makesGradioListenWhereItIsExpected() {
		GradioContainer container = new GradioContainer("acme/whisper-demo:1");

		assertThat(container.getExposedPorts()).containsExactly(7860);
		assertThat(container.getEnvMap()).containsEntry("GRADIO_SERVER_NAME", "0.0.0.0")
			.containsEntry("GRADIO_SERVER_PORT", "7860")
			.containsEntry("GRADIO_ANALYTICS_ENABLED", "False");
	}

	@Test
	@SuppressWarnings("resource")
	void isForTheClientThatTheTestNames() {
		assertThat(new GradioContainer("acme/demo").getClientName()).isEqualTo("default");
		assertThat(new GradioContainer("acme/demo").withClientName("whisper").getClientName()).isEqualTo("whisper");
	}

	@Test
	void knowsItsAddress() {
		try (LocalContainer container = new LocalContainer(new InetSocketAddress("app.test", 1234))) {
			assertThat(container.getUrl()).isEqualTo("http://app.test:1234");
		}
	}

	@Test
	void buildsAnImageFromAScript(@TempDir Path directory) throws IOException {
		Path script = Files.writeString(directory.resolve("demo.py"), "import gradio");

		ImageFromDockerfile image = GradioImage.ofScript(script)
			.pythonImage("python:3.12")
			.gradioVersion("6.0.0")
			.requirements("numpy", "pillow==11.0")
			.build();

		Map<String, Transferable> files = image.getTransferables();
		assertThat(files).containsOnlyKeys("Dockerfile", "requirements.txt", "app.py");
		assertThat(text(files.get("Dockerfile"))).isEqualTo("""
				FROM python:3.12
				WORKDIR /app
				COPY requirements.txt .
				RUN pip install --no-cache-dir -r requirements.txt
				COPY app.py .
				CMD ["python", "app.py"]
				""");
		assertThat(text(files.get("requirements.txt"))).isEqualTo("gradio==6.0.0\nnumpy\npillow==11.0\n");
		assertThat(files.get("app.py").getSize()).isEqualTo(13);
	}

	@Test
	void buildsWithTheGradioThatThisLibraryFollows(@TempDir Path directory) throws IOException {
		Path script = Files.writeString(directory.resolve("app.py"), "import gradio");

		Map<String, Transferable> files = GradioImage.ofScript(script).build().getTransferables();

		assertThat(text(files.get("Dockerfile"))).startsWith("FROM python:3.11-slim\n");
		assertThat(text(files.get("requirements.txt"))).isEqualTo("gradio==6.31.0\n");
	}

	@Test
	void needsAScriptThatIsThere() {
		assertThatIllegalArgumentException().isThrownBy(() -> GradioImage.ofScript(Path.of("missing.py")))
			.withMessage("There is no script at missing.py");
	}

	@Test
	void isUpWhenTheConfigAnswers() {
		assertUp(200);
	}

	@Test
	void isUpWhenALoginIsWanted() {
		assertUp(401);
	}

	private static void assertUp(int status) {
		try (ConfigServer server = new ConfigServer(status);
				LocalContainer container = new LocalContainer(server.address())) {
			container.waitUntilUp(Duration.ofSeconds(10));
			assertThat(server.requests()).allMatch("/config"::equals).isNotEmpty();
		}
	}

	@Test
	void isNotUpWhenSomethingElseAnswers() {
		try (ConfigServer server = new ConfigServer(404);
				LocalContainer container = new LocalContainer(server.address())) {
			assertThatExceptionOfType(ContainerLaunchException.class)
				.isThrownBy(() -> container.waitUntilUp(Duration.ofSeconds(2)));
		}
	}

	@Test
	void waitsOverHttp() {
		try (LocalContainer container = new LocalContainer(new InetSocketAddress("localhost", 1))) {
			assertThat(container.strategy()).isInstanceOf(HttpWaitStrategy.class);
		}
	}

	private static String text(Transferable file) {
		return new String(file.getBytes(), StandardCharsets.UTF_8);
	}

}
