package io.github.gradiospring.server.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.util.AntPathMatcher;

/**
 * The files below a folder that callers may choose. Symbolic links are followed, and what
 * counts is where they lead.
 *
 * @param root the folder
 * @param glob the files that may be chosen, as an Ant pattern below the folder
 * @param ignoreGlob those that are left out, empty for none
 */
record SharedFolder(Path root, String glob, String ignoreGlob) {

	private static final AntPathMatcher MATCHER = new AntPathMatcher();

	/**
	 * Finds what a caller chose.
	 * @param names the names of the folders on the way and of the file
	 * @return the file or folder, as a path of this server
	 * @throws InvalidValueException when there is no such file for callers
	 */
	Path find(List<String> names) {
		String shown = PythonText.abbreviate(String.join("/", names));
		try {
			if (names.stream().anyMatch(SharedFolder::isUnsafe)) {
				throw new InvalidValueException("File not allowed: " + shown + ".");
			}
			Path folder = this.root.toRealPath();
			Path file = folder;
			for (String name : names) {
				file = file.resolve(name);
			}
			Path real = file.toRealPath();
			if (!real.startsWith(folder) || !isOffered(file, names) || !isOffered(real, names(folder, real))) {
				throw new InvalidValueException("File not allowed: " + shown + ".");
			}
			return file;
		}
		catch (IOException | InvalidPathException ex) {
			throw new InvalidValueException("File not found: " + shown + ".");
		}
	}

	/**
	 * Lists a folder: folders first, both by name. Files that may not be chosen are left
	 * out.
	 * @param names the names of the folders on the way, empty for the folder itself
	 * @return what is in it, nothing when it is no folder
	 * @throws InvalidValueException when there is no such folder for callers
	 */
	List<Entry> list(List<String> names) {
		Path folder = names.isEmpty() ? this.root : find(names);
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(Path::getFileName)
				.map((name) -> entry(names, name.toString()))
				.filter(Objects::nonNull)
				.sorted(Comparator.comparing(Entry::folder).reversed().thenComparing(Entry::name))
				.toList();
		}
		catch (IOException | UncheckedIOException ex) {
			return List.of();
		}
	}

	private @Nullable Entry entry(List<String> parents, String name) {
		List<String> names = Stream.concat(parents.stream(), Stream.of(name)).toList();
		try {
			boolean folder = Files.isDirectory(find(names));
			return new Entry(name, folder, MATCHER.match(this.glob, String.join("/", names)));
		}
		catch (InvalidValueException ex) {
			return null;
		}
	}

	// one name is one step down
	private static boolean isUnsafe(String name) {
		Path step = Path.of(name);
		return name.isEmpty() || name.equals(".") || name.equals("..") || step.getRoot() != null
				|| step.getNameCount() != 1;
	}

	// folders may be chosen as a whole, unless they are left out
	private boolean isOffered(Path file, List<String> names) {
		StringBuilder path = new StringBuilder();
		for (String name : names) {
			path.append(path.isEmpty() ? "" : "/").append(name);
			if (!this.ignoreGlob.isEmpty() && MATCHER.match(this.ignoreGlob, path.toString())) {
				return false;
			}
		}
		return Files.isDirectory(file) || MATCHER.match(this.glob, path.toString());
	}

	/**
	 * Names a file for callers.
	 * @param file a file below the folder
	 * @return the names of the folders on the way and of the file
	 * @throws IllegalArgumentException when the file is elsewhere
	 */
	List<String> names(Path file) {
		Path folder = this.root.toAbsolutePath().normalize();
		Path absolute = file.isAbsolute() ? file.normalize() : folder.resolve(file).normalize();
		if (absolute.startsWith(folder) && !absolute.equals(folder)) {
			return names(folder, absolute);
		}
		try {
			Path real = this.root.toRealPath();
			if (absolute.startsWith(real) && !absolute.equals(real)) {
				return names(real, absolute);
			}
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The folder of the file explorer does not exist.", ex);
		}
		throw new IllegalArgumentException("The result is a file outside of the folder of the file explorer.");
	}

	private static List<String> names(Path folder, Path file) {
		return StreamSupport.stream(folder.relativize(file).spliterator(), false).map(Path::toString).toList();
	}

	/**
	 * What is in a folder.
	 *
	 * @param name its name
	 * @param folder whether it is a folder itself
	 * @param valid whether the pattern of the files is true of it
	 */
	record Entry(String name, boolean folder, boolean valid) {

	}

}
