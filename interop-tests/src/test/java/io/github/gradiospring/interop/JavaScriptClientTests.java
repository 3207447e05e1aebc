package io.github.gradiospring.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.gradiospring.protocol.diff.DiffSampleWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code @gradio/client}, the official client for JavaScript, in Node. */
class JavaScriptClientTests {

	private static final Path FOLDER = Suite.folder("js");

	@BeforeAll
	static void findClient() {
		Suite.require(Files.isDirectory(FOLDER.resolve("node_modules/@gradio/client")),
				"@gradio/client is not installed, see npm ci in " + FOLDER);
		Suite.require(Command.of(FOLDER, "node", "-e", "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)")
			.run(Duration.ofSeconds(30))
			.ok(), "Node 20 or later is not installed");
	}

	@TestFactory
	List<DynamicTest> client(@TempDir Path folder) throws IOException {
		Path samples = folder.resolve("diffs.jsonl");
		DiffSampleWriter.write(samples, 3000, 2);
		Path report = Path.of("target/interop-reports/node.xml").toAbsolutePath();
		Command command = Command
			.of(FOLDER, "node", "--test", "--test-force-exit", "--test-concurrency=1", "--test-reporter=junit",
					"--test-reporter-destination=" + report)
			.with("BASE_URL", FixtureApp.MAIN.url())
			.with("LIMITS_URL", FixtureApp.LIMITS.url())
			.with("SERVER_URL", FixtureApp.SERVER.url())
			.with("MOUNTED_URLS", FixtureApp.UNDER_BOTH.url() + " " + FixtureApp.SERVLET.url())
			.with("DIFF_SAMPLES", samples.toString());
		return Suite.run(command, report);
	}

}
