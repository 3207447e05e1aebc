package io.github.gradiospring.interop.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.gradiospring.interop.Suite;

/** The programs that the kit needs. */
final class Executables {

	/** Names another Chromium. */
	private static final String CHROMIUM = "GRADIO_INTEROP_CHROMIUM";

	/** Names another Node; Playwright's own variable. */
	static final String NODE = "PLAYWRIGHT_NODEJS_PATH";

	private Executables() {
	}

	/**
	 * Finds Chromium. The test is skipped, or fails where nothing may be skipped, when
	 * there is none.
	 */
	static Path chromium() {
		return require(find(CHROMIUM, "/usr/bin/chromium", "chromium"),
				"there is no Chromium: neither %s nor the search path names one".formatted(CHROMIUM));
	}

	/** Finds the Node that runs Playwright's driver, or skips or fails likewise. */
	static Path node() {
		return require(find(NODE, "node"),
				"there is no Node for Playwright: neither %s nor the search path names one".formatted(NODE));
	}

	private static Path require(Optional<Path> executable, String reason) {
		Suite.require(executable.isPresent(), reason);
		return executable.orElseThrow();
	}

	/** A variable that is set wins, even when it is wrong. */
	private static Optional<Path> find(String variable, String... names) {
		String named = System.getenv(variable);
		Stream<Path> candidates = (named != null && !named.isEmpty()) ? Stream.of(Path.of(named))
				: Stream.of(names).flatMap(Executables::candidates);
		return candidates.filter(Files::isExecutable).findFirst();
	}

	private static Stream<Path> candidates(String name) {
		Path path = Path.of(name);
		return path.isAbsolute() ? Stream.of(path)
				: Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
					.filter((folder) -> !folder.isEmpty())
					.map((folder) -> Path.of(folder, name));
	}

}
