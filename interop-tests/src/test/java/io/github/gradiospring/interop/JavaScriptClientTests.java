package io.github.gradiospring.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.gradiospring.protocol.diff.DiffSampleWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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

	@Test
	void client(@TempDir Path folder) throws IOException {
		Path samples = folder.resolve("diffs.jsonl");
		DiffSampleWriter.write(samples, 3000, 2);
		// Only with a forced exit does Node end while a client holds its heartbeat, and
		// then
		// reporters that write at the end lose their report
		Command.Result result = Command
			.of(FOLDER, "node", "--test", "--test-force-exit", "--test-concurrency=1", "--test-reporter=spec")
			.with("BASE_URL", FixtureApp.MAIN.url())
			.with("LIMITS_URL", FixtureApp.LIMITS.url())
			.with("SERVER_URL", FixtureApp.SERVER.url())
			.with("MOUNTED_URLS", FixtureApp.UNDER_BOTH.url() + " " + FixtureApp.SERVLET.url())
			.with("DIFF_SAMPLES", samples.toString())
			.run(Duration.ofMinutes(5));
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).containsPattern("pass [1-9]").contains("skipped 0");
	}

}
