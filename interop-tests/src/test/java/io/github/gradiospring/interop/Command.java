package io.github.gradiospring.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to run.
 *
 * @param folder where it runs
 * @param environment variables beside those of this process
 * @param words the program and its arguments
 */
record Command(Path folder, Map<String, String> environment, List<String> words) {

	static Command of(Path folder, String... words) {
		return new Command(folder, Map.of(), List.of(words));
	}

	Command with(String variable, String value) {
		Map<String, String> environment = new HashMap<>(this.environment);
		environment.put(variable, value);
		return new Command(this.folder, environment, this.words);
	}

	/**
	 * Runs it to its end, or kills it and all that it has started.
	 * @param limit how long it may take
	 * @return what it said; an exit code of -1 when it took too long or does not exist
	 */
	Result run(Duration limit) {
		try {
			Path output = Files.createTempFile("command", ".log");
			try {
				return run(limit, output);
			}
			finally {
				Files.deleteIfExists(output);
			}
		}
		catch (IOException ex) {
			return new Result(-1, ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Result(-1, "interrupted");
		}
	}

	private Result run(Duration limit, Path output) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(this.words).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(this.environment);
		Process process = builder.start();
		process.getOutputStream().close();
		try {
			boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
			String text = Files.readString(output);
			return ended ? new Result(process.exitValue(), text)
					: new Result(-1, text + "\nkilled after " + limit.toSeconds() + " seconds");
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

	/**
	 * What a program said.
	 *
	 * @param exitCode its exit code
	 * @param output its output, errors included
	 */
	record Result(int exitCode, String output) {

		boolean ok() {
			return this.exitCode == 0;
		}

	}

}
