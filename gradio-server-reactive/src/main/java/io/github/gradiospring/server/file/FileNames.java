package io.github.gradiospring.server.file;

import java.nio.charset.StandardCharsets;

import org.springframework.util.StringUtils;

/**
 * Makes names that are safe as the last element of a path. The characters are those that
 * Gradio drops (PROTOCOL section 12).
 */
final class FileNames {

	private static final String DROPPED = "<>:\"/\\|?*`$!{}";

	/** File systems allow 255, and a download may get a suffix. */
	private static final int MAX_BYTES = 200;

	private FileNames() {
	}

	/**
	 * Cleans a name.
	 * @param filename the name that a client gave, maybe with folders
	 * @return its last element, without unsafe characters
	 * @throws InvalidFilenameException when nothing safe is left
	 */
	static String clean(String filename) {
		String last = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
		StringBuilder clean = new StringBuilder(last.length());
		last.codePoints()
			.filter((c) -> DROPPED.indexOf(c) < 0 && !Character.isISOControl(c) && !isLoneSurrogate(c))
			.forEach(clean::appendCodePoint);
		String name = shorten(clean.toString().strip());
		if (name.isEmpty() || name.equals(".") || name.equals("..")) {
			throw new InvalidFilenameException("Invalid file name: " + filename);
		}
		return name;
	}

	private static boolean isLoneSurrogate(int codePoint) {
		return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
	}

	private static String shorten(String name) {
		if (bytes(name) <= MAX_BYTES) {
			return name;
		}
		String extension = StringUtils.getFilenameExtension(name);
		String suffix = (extension != null && bytes(extension) < MAX_BYTES / 2) ? "." + extension : "";
		int end = name.length() - suffix.length();
		while (bytes(name.substring(0, end)) + bytes(suffix) > MAX_BYTES) {
			end = name.offsetByCodePoints(end, -1);
		}
		return name.substring(0, end) + suffix;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
