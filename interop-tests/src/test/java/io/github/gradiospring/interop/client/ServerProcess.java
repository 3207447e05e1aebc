package io.github.gradiospring.interop.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * A server in a process of its own. It ends when it is closed, with this process at the
 * latest: its standard input closes then, and it has to watch that.
 */
public final class ServerProcess implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private static final Path LOGS = Path.of("target/interop-reports").toAbsolutePath();

	private final Process process;

	private final Path log;

	private ServerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts a server.
	 * @param name the name of its log
	 * @param environment variables beside those of this process
	 * @param ready what it says when it can be called
	 * @param words the program and its arguments
	 * @return the server, ready
	 * @throws IllegalStateException when it ended instead, with what it said
	 */
	public static ServerProcess start(String name, Map<String, String> environment, String ready, List<String> words) {
		try {
			Files.createDirectories(LOGS);
			Path log = LOGS.resolve(name + ".log");
			Files.deleteIfExists(log);
			ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			ServerProcess server = new ServerProcess(builder.start(), log);
			Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
			server.awaitReady(ready);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitReady(String ready) {
		try {
			await().atMost(START_LIMIT).until(() -> !this.process.isAlive() || output().contains(ready));
		}
		catch (RuntimeException ex) {
			kill();
			throw new IllegalStateException("Not started in time: " + output(), ex);
		}
		if (!this.process.isAlive()) {
			throw new IllegalStateException("Not started: " + output());
		}
	}

	/**
	 * What the server has said so far.
	 * @return its output, errors included
	 */
	public String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends it without a chance to say anything to anybody. */
	public void kill() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		kill();
	}

}
