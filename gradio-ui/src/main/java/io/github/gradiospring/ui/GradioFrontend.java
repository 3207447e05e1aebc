package io.github.gradiospring.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The frontend of the {@code gradio} package of Python, as it is on the class path. A
 * build without Python or a network makes this module without it.
 *
 * @param version the release of Gradio
 * @param script the module script that a page loads, such as {@code assets/index-x.js}
 * @param styleSheet the style sheet that a page loads
 * @param files the files below {@link #LOCATION}, by their paths; a name with {@code .gz}
 * at its end is the file without it, compressed
 */
public record GradioFrontend(String version, String script, String styleSheet, Set<String> files) {

	/** Where the files are on the class path, with a slash at the end. */
	public static final String LOCATION = "META-INF/gradio-ui/";

	private static final String INDEX = LOCATION + "frontend.properties";

	public GradioFrontend {
		files = Set.copyOf(files);
	}

	/**
	 * Looks for the frontend beside this class.
	 * @return the frontend, or nothing when this module was built without it
	 */
	public static Optional<GradioFrontend> find() {
		return find(GradioFrontend.class.getClassLoader());
	}

	/**
	 * Looks for the frontend.
	 * @param classLoader where to look, {@code null} for the system class loader
	 * @return the frontend, or nothing when it is not there
	 * @throws UncheckedIOException when it cannot be read
	 * @throws IllegalStateException when its index is not complete
	 */
	public static Optional<GradioFrontend> find(@Nullable ClassLoader classLoader) {
		ClassLoader loader = (classLoader != null) ? classLoader : ClassLoader.getSystemClassLoader();
		try (InputStream in = loader.getResourceAsStream(INDEX)) {
			return (in != null) ? Optional.of(read(in, loader)) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static GradioFrontend read(InputStream in, ClassLoader loader) throws IOException {
		Properties index = new Properties();
		index.load(in);
		return new GradioFrontend(required(index, "version"), required(index, "script"), required(index, "style-sheet"),
				readFiles(loader));
	}

	private static String required(Properties index, String name) {
		String value = index.getProperty(name);
		if (value == null) {
			throw new IllegalStateException(INDEX + " has no '" + name + "'");
		}
		return value;
	}

	private static Set<String> readFiles(ClassLoader loader) throws IOException {
		try (InputStream in = loader.getResourceAsStream(LOCATION + "files.txt")) {
			if (in == null) {
				throw new IllegalStateException(INDEX + " has no 'files.txt' beside it");
			}
			return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
				.collect(Collectors.toSet());
		}
	}

}
