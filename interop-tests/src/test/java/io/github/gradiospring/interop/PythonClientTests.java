package io.github.gradiospring.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.diff.DiffSampleWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code gradio_client}, the official client for Python. */
class PythonClientTests {

	private static final Path FOLDER = Suite.folder("python");

	private static final Path REPORTS = Path.of("target/interop-reports").toAbsolutePath();

	private static String python = "";

	@BeforeAll
	static void findClient() {
		python = Python.command();
		String wanted = System.getProperty("gradio-client.version", "");
		String script = """
				import gradio, httpx, pytest, pytest_timeout, gradio_client, sys
				sys.exit(gradio_client.__version__ != sys.argv[1])
				""";
		Command.Result result = Command.of(FOLDER, python, "-c", script, wanted).run(Duration.ofMinutes(2));
		Suite.require(result.ok(), "gradio_client %s and pytest are not installed for %s".formatted(wanted, python));
	}

	@TestFactory
	List<DynamicTest> endpoints(@TempDir Path folder) throws IOException {
		Path samples = folder.resolve("diffs.jsonl");
		DiffSampleWriter.write(samples, 3000, 1);
		return Suite.run(pytest("endpoints", "--ignore=test_mounted.py").with("BASE_URL", FixtureApp.MAIN.url())
			.with("LIMITS_URL", FixtureApp.LIMITS.url())
			.with("SERVER_URL", FixtureApp.SERVER.url())
			.with("DIFF_SAMPLES", samples.toString()), report("endpoints"));
	}

	@TestFactory
	List<DynamicTest> otherPathsAndServletContainers() {
		String urls = Stream
			.of(FixtureApp.UNDER_PATH, FixtureApp.UNDER_BASE_PATH, FixtureApp.UNDER_BOTH, FixtureApp.SERVLET,
					FixtureApp.SERVLET_UNDER_BOTH)
			.map(FixtureApp::url)
			.collect(Collectors.joining(" "));
		return Suite.run(pytest("mounted", "test_mounted.py").with("MOUNTED_URLS", urls), report("mounted"));
	}

	private static Path report(String name) {
		return REPORTS.resolve("python-" + name + ".xml");
	}

	private static Command pytest(String name, String... arguments) {
		List<String> words = new ArrayList<>(
				List.of(python, "-m", "pytest", "-q", "--tb=short", "--junitxml=" + report(name)));
		words.addAll(List.of(arguments));
		return Command.of(FOLDER, words.toArray(String[]::new))
			.with("PYTHONDONTWRITEBYTECODE", "1")
			.with("REQUIRE_ALL", "1");
	}

}
