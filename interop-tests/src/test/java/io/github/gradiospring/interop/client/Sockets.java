package io.github.gradiospring.interop.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** The connections of this machine, as Linux lists them. */
public final class Sockets {

	private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

	private static final String ESTABLISHED = "01";

	private Sockets() {
	}

	/**
	 * Counts established connections by the port at the other end.
	 * @param port the port of a server
	 * @return how many ends of clients there are
	 */
	public static int to(int port) {
		Assumptions.assumeTrue(Files.exists(TABLES.get(0)), "only Linux lists its connections in /proc");
		String suffix = ":%04X".formatted(port);
		return (int) TABLES.stream()
			.filter(Files::exists)
			.flatMap(Sockets::rows)
			.map((row) -> row.trim().split("\\s+"))
			.filter((columns) -> columns[2].endsWith(suffix) && columns[3].equals(ESTABLISHED))
			.count();
	}

	private static Stream<String> rows(Path table) {
		try {
			return Files.readAllLines(table).stream().skip(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
