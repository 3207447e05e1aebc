package io.github.gradiospring.server.component;

import java.util.List;
import java.util.Locale;

import io.github.gradiospring.protocol.GradioProtocol;

import org.springframework.http.MediaTypeFactory;

/**
 * The files that a value accepts, by extension such as {@code .pdf} or by group such as
 * {@code image}.
 *
 * @param names the extensions and groups, empty for any file
 */
record FileTypes(List<String> names) {

	static final FileTypes ANY = new FileTypes(List.of());

	/**
	 * Checks the name of a file.
	 * @param filename the name
	 * @throws InvalidValueException when the file is not accepted, in Gradio's words
	 */
	void check(String filename) {
		if (!this.names.isEmpty() && this.names.stream().noneMatch((name) -> matches(name, filename))) {
			throw new InvalidValueException("Invalid file type. Please upload a file that is one of these formats: "
					+ PythonText.repr(GradioProtocol.jsonMapper().valueToTree(this.names)));
		}
	}

	private static boolean matches(String name, String filename) {
		if (name.equals("file")) {
			return true;
		}
		if (name.startsWith(".")) {
			return filename.length() > name.length()
					&& filename.toLowerCase(Locale.ROOT).endsWith(name.toLowerCase(Locale.ROOT));
		}
		return MediaTypeFactory.getMediaType(filename).filter((type) -> type.getType().equals(name)).isPresent();
	}

}
