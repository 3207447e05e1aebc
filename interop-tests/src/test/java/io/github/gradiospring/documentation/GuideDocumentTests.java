package io.github.gradiospring.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the page of the guides equal to the demos that are tested in a browser. */
class GuideDocumentTests {

	private static final Path DEMOS = Path.of("src/test/java/io/github/gradiospring/interop/browser/demo");

	private static final Path PYTHON_DEMOS = Path.of("src/test/python/demos");

	private final String document = read(Path.of("../docs/gradio-in-java.md"));

	@Test
	void showsTheJavaThatIsTested() {
		String demos = plain(all(DEMOS, ".java"));
		assertThat(blocks("java")).hasSizeGreaterThan(20)
			.allSatisfy((block) -> assertThat(demos).contains(plain(block)));
	}

	@Test
	void showsThePythonThatIsTested() {
		String demos = plain(all(PYTHON_DEMOS, ".py"));
		List<String> blocks = blocks("python");
		assertThat(blocks).hasSizeGreaterThan(20);
		assertThat(blocks.stream().flatMap((block) -> Stream.of(block.split("\n\n"))))
			.allSatisfy((part) -> assertThat(demos).contains(plain(part)));
	}

	private List<String> blocks(String language) {
		return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(this.document)
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
	}

	/** Indentation differs, as a block is the inside of a class. */
	private static String plain(String code) {
		return code.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	private static String all(Path folder, String extension) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(extension))
				.map(GuideDocumentTests::read)
				.collect(Collectors.joining("\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
