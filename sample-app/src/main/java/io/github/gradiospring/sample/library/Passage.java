package io.github.gradiospring.sample.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A paragraph of a bundled document.
 *
 * @param text the paragraph, on one line
 * @param title the title of the document
 * @param file the name of the document's file
 */
record Passage(String text, String title, String file) {

	private static final String DOCUMENTS = "classpath:library/*.md";

	/** All paragraphs of all bundled documents, in the order of their file names. */
	static List<Passage> readAll() {
		try {
			Resource[] documents = new PathMatchingResourcePatternResolver().getResources(DOCUMENTS);
			return Arrays.stream(documents)
				.sorted(Comparator.comparing((document) -> Objects.requireNonNull(document.getFilename())))
				.flatMap((document) -> read(document).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Passage> read(Resource document) {
		try {
			String file = Objects.requireNonNull(document.getFilename());
			String[] paragraphs = document.getContentAsString(StandardCharsets.UTF_8).strip().split("\\R{2,}");
			String title = paragraphs[0].replaceFirst("^# ", "");
			return Arrays.stream(paragraphs)
				.skip(1)
				.map((paragraph) -> new Passage(paragraph.replaceAll("\\s+", " "), title, file))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The sentences of the paragraph. */
	List<String> sentences() {
		List<String> sentences = new ArrayList<>();
		BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
		breaks.setText(this.text);
		int start = breaks.first();
		for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
			sentences.add(this.text.substring(start, end).strip());
		}
		return sentences;
	}

}
