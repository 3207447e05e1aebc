package io.github.gradiospring.interop.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.gradiospring.interop.Python;
import io.github.gradiospring.interop.Suite;
import org.jspecify.annotations.Nullable;

/** {@code fixture_app.py} of the contract, all profiles in one process. */
public final class RealGradio implements Server {

	private static final Path SCRIPT = Path.of("../../shared/protocol/fixture_app.py").toAbsolutePath().normalize();

	private static final Path MOUNTED = Path.of("src/test/python/mounted_gradio.py").toAbsolutePath();

	private static final String VERSION_CHECK = """
			import importlib.metadata, sys
			sys.exit(importlib.metadata.version("gradio") != sys.argv[1])
			""";

	private @Nullable String unavailable;

	private int port;

	private int mountedPort;

	@Override
	public synchronized String url(Profile profile) {
		requireGradio();
		if (this.port == 0) {
			int port = Ports.free(Profile.values().length);
			start("gradio", List.of(Python.command(), SCRIPT.toString(), "--base-port", Integer.toString(port)));
			this.port = port;
		}
		return "http://127.0.0.1:" + (this.port + profile.ordinal());
	}

	@Override
	public synchronized String mountedUrl() {
		requireGradio();
		if (this.mountedPort == 0) {
			int port = Ports.free(1);
			start("gradio-mounted", List.of(Python.command(), MOUNTED.toString(), Integer.toString(port)));
			this.mountedPort = port;
		}
		return "http://127.0.0.1:" + this.mountedPort + "/deep/app";
	}

	/**
	 * Starts another one with the profile {@code main} alone, for a test that kills it.
	 * @param port its port
	 * @return the server
	 */
	public static ServerProcess startAnother(int port) {
		((RealGradio) GRADIO).requireGradio();
		return start("gradio-another", List.of(Python.command(), SCRIPT.toString(), "--profile", "main", "--base-port",
				Integer.toString(port)));
	}

	private static ServerProcess start(String name, List<String> words) {
		return ServerProcess.start(name, Map.of("FIXTURE_STOP_ON_EOF", "1", "PYTHONUNBUFFERED", "1",
				"PYTHONDONTWRITEBYTECODE", "1", "GRADIO_TEMP_DIR", temporaryFolder()), "READY", words);
	}

	private static String temporaryFolder() {
		try {
			Path folder = Path.of("target/interop-gradio").toAbsolutePath();
			return Files.createDirectories(folder).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void requireGradio() {
		if (this.unavailable == null) {
			this.unavailable = whyNot();
		}
		Suite.require(this.unavailable.isEmpty(), this.unavailable);
	}

	private static String whyNot() {
		if (!Files.exists(SCRIPT)) {
			return "the fixture app of the contract is not in " + SCRIPT;
		}
		String version = System.getProperty("gradio.version", "");
		try {
			Process check = new ProcessBuilder(Python.command(), "-c", VERSION_CHECK, version).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			boolean there = check.waitFor(1, TimeUnit.MINUTES) && check.exitValue() == 0;
			return there ? "" : "gradio %s is not installed for %s".formatted(version, Python.command());
		}
		catch (IOException ex) {
			return "there is no Python at " + Python.command();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "interrupted";
		}
	}

}
