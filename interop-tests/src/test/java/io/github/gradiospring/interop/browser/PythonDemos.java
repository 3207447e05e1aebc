package io.github.gradiospring.interop.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gradiospring.interop.Python;
import io.github.gradiospring.interop.Suite;
import io.github.gradiospring.interop.client.Ports;
import io.github.gradiospring.interop.client.ServerProcess;
import org.jspecify.annotations.Nullable;

/** The demos in real Gradio, all in one process, as long as the tests run. */
final class PythonDemos implements Demos {

	static final Demos INSTANCE = new PythonDemos();

	private static final Path SCRIPT = Path.of("src/test/python/demos/demos.py").toAbsolutePath();

	private static final Path FOLDER = Path.of("target/interop-demos").toAbsolutePath();

	/** Said by the script where the Gradio that we follow is not installed. */
	private static final String UNAVAILABLE = "UNAVAILABLE";

	private int port;

	private @Nullable String unavailable;

	private PythonDemos() {
	}

	@Override
	public String name() {
		return "python";
	}

	@Override
	public synchronized String url(Demo demo) {
		if (this.port == 0 && this.unavailable == null) {
			start(Ports.free(Demo.values().length));
		}
		Suite.require(this.unavailable == null, "no demos in Python: " + this.unavailable);
		return "http://127.0.0.1:%d/".formatted(this.port + demo.ordinal());
	}

	@Override
	public String flagged(Demo demo) {
		Path log = FOLDER.resolve(demo.id()).resolve("dataset1.csv");
		try {
			return Files.exists(log) ? Files.readString(log) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends with this process. */
	@SuppressWarnings("resource")
	private void start(int port) {
		Stream<String> words = Stream
			.of(Stream.of(Python.command(), SCRIPT.toString()), Stream.of(Demo.values()).map(Demo::id),
					Stream.of(Integer.toString(port)))
			.flatMap((part) -> part);
		Map<String, String> environment = Map.of("DEMOS_GRADIO_VERSION", System.getProperty("gradio.version", ""),
				"GRADIO_TEMP_DIR", FOLDER.toString(), "PYTHONUNBUFFERED", "1", "PYTHONDONTWRITEBYTECODE", "1");
		try {
			ServerProcess.start("demos", environment, "READY", words.toList());
			this.port = port;
		}
		catch (UncheckedIOException ex) {
			this.unavailable = String.valueOf(ex.getMessage());
		}
		catch (IllegalStateException ex) {
			String message = String.valueOf(ex.getMessage());
			if (!message.contains(UNAVAILABLE)) {
				throw ex;
			}
			this.unavailable = message;
		}
	}

}
