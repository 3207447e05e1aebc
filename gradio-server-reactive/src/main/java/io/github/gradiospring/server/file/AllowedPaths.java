package io.github.gradiospring.server.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The files and folders of the server that the application lets clients see.
 */
final class AllowedPaths {

	private final List<Path> paths;

	AllowedPaths(List<Path> paths) {
		this.paths = List.copyOf(paths);
	}

	/**
	 * Finds a file. Symbolic links are followed, and what counts is where they lead.
	 * @param path the path as the client sent it
	 * @return the file, or {@code null} when it is not allowed or does not exist
	 */
	@Nullable StoredFile find(String path) {
		if (this.paths.isEmpty()) {
			return null;
		}
		try {
			Path requested = Path.of(path);
			if (!requested.isAbsolute()) {
				return null;
			}
			Path real = requested.toRealPath();
			if (!Files.isRegularFile(real) || !isAllowed(real)) {
				return null;
			}
			return new StoredFile(path, real.getFileName().toString(), Files.size(real), real, true);
		}
		catch (IOException | InvalidPathException ex) {
			return null;
		}
	}

	private boolean isAllowed(Path real) throws IOException {
		for (Path path : this.paths) {
			// It may be made, or replaced by a link, at any time
			if (Files.exists(path) && real.startsWith(path.toRealPath())) {
				return true;
			}
		}
		return false;
	}

}
