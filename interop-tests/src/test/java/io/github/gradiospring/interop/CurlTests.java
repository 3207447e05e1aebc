package io.github.gradiospring.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Plain HTTP, as {@code curl} in a shell does it. */
class CurlTests {

	private static final Path FOLDER = Suite.folder("bash");

	@BeforeAll
	static void findTools() {
		for (String tool : List.of("curl", "bash")) {
			Suite.require(Command.of(FOLDER, tool, "--version").run(Duration.ofSeconds(30)).ok(),
					tool + " is not installed");
		}
	}

	@TestFactory
	Stream<DynamicTest> scripts() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			List<Path> scripts = files.filter((file) -> file.toString().endsWith(".test.sh")).sorted().toList();
			assertThat(scripts).isNotEmpty();
			return scripts.stream()
				.map((script) -> DynamicTest.dynamicTest(script.getFileName().toString(), () -> run(script)));
		}
	}

	private static void run(Path script) {
		Command.Result result = Command.of(FOLDER, "bash", script.toString())
			.with("BASE_URL", FixtureApp.MAIN.url())
			.with("LIMITS_URL", FixtureApp.LIMITS.url())
			.run(Duration.ofMinutes(2));
		assertThat(result.ok()).as(result.output()).isTrue();
	}

}
