package io.github.gradiospring.maven;

/** Texts of an app, fit for a Javadoc comment. */
final class JavadocText {

	private JavadocText() {
	}

	/** One line that ends no comment, begins no tag and is no Unicode escape. */
	static String of(String text) {
		return text.strip()
			.replaceAll("\\s+", " ")
			.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("@", "&#64;")
			.replace("*/", "*&#47;")
			.replace("\\", "&#92;")
			.replace("{", "&#123;");
	}

	static String sentence(String text) {
		String line = of(text);
		return (line.isEmpty() || line.matches(".*[.!?]")) ? line : line + ".";
	}

}
