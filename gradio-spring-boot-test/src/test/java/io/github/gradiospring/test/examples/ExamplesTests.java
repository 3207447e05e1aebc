package io.github.gradiospring.test.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gradiospring.test.mock.MockGradioServer;
import io.github.gradiospring.test.mock.MockHold;
import io.github.gradiospring.test.testcontainers.GradioContainer;
import io.github.gradiospring.test.testcontainers.GradioImage;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;

import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of the package's documentation, which are code of this package. */
class ExamplesTests {

	@Test
	void theSmallestExample() {
		try (MockGradioServer server = MockGradioServer.start()) {
			server.endpoint("/greet").parameter("name").returns("Hello");
			assertThat(run(server, "greet", "\"Ada\"")).contains("Hello");
			assertThat(server.takeCall()).isFor("/greet").hasInput("name", "Ada");
		}
	}

	@Test
	void whateverAnAppMayDo() {
		try (MockGradioServer server = MockGradioServer.start()) {
			server.endpoint("/tell").parameter("prompt").queued(2, 1, 0).progress(0.5, "half").streams("a", "ab");
			server.endpoint("/draw").parameter("size", "number", 512).returns(Path.of("src/test/resources/cat.png"));
			server.endpoint("/busy").queueFull().fails("Too dark").returns("at last");
			MockHold hold = server.endpoint("/slow").hold();
			server.endpoint("/slow").returns("done");

			assertThat(run(server, "tell", "\"hi\"")).contains("\"a\"");
			assertThat(run(server, "draw", "64")).contains("cat.png");
			assertThat(run(server, "busy", "")).contains("Queue is full");
			assertThat(run(server, "busy", "")).contains("Too dark");
			assertThat(run(server, "busy", "")).contains("at last");
			hold.release();
			assertThat(run(server, "slow", "")).contains("done");
		}
	}

	@Test
	void everyLineOfTheDocumentationIsHere() throws IOException {
		String code;
		try (Stream<Path> files = Files.list(Path.of("src/test/java/io/github/gradiospring/test/examples"))) {
			code = files.map(ExamplesTests::read).map(ExamplesTests::withoutSpace).collect(Collectors.joining());
		}
		List<String> examples = Pattern.compile("<pre class=\"code\">(.*?)</pre>", Pattern.DOTALL)
			.matcher(read(Path.of("src/main/java/io/github/gradiospring/test/package-info.java")))
			.results()
			.flatMap((match) -> match.group(1).lines())
			.map((line) -> line.replaceFirst("^ \\*", "").replace("&#64;", "@").strip())
			.filter((line) -> !line.isEmpty() && !line.startsWith("//"))
			.toList();

		assertThat(examples).hasSizeGreaterThan(30).allSatisfy((line) -> assertThat(code).contains(withoutSpace(line)));
	}

	// Where lines break is the business of the formatter
	private static String withoutSpace(String code) {
		return code.replaceAll("\\s", "");
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String run(MockGradioServer server, String endpoint, String data) {
		return WebClient.create(server.url())
			.post()
			.uri("/gradio_api/run/" + endpoint)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"data\": [" + data + "]}")
			.exchangeToMono((response) -> response.bodyToMono(String.class))
			.block();
	}

	/** Compiles; {@code GradioContainerDockerTests} runs such a container. */
	static class WithDocker {

		@Container
		@ServiceConnection
		static final GradioContainer greeter = new GradioContainer(
				GradioImage.ofScript(Path.of("src/test/python/app.py")))
			.withClientName("greeter");

	}

}
