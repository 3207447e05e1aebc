package io.github.gradiospring.interop;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which Python runs what needs one. */
public final class Python {

	private Python() {
	}

	/**
	 * The interpreter that {@code GRADIO_INTEROP_PYTHON} names, or the one that CI
	 * installs.
	 * @return its path, or a name to be found on the search path
	 */
	public static String command() {
		Path venv = Path.of("target/interop/venv/bin/python").toAbsolutePath();
		return System.getenv().getOrDefault("GRADIO_INTEROP_PYTHON", Files.exists(venv) ? venv.toString() : "python3");
	}

}
