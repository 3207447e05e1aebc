package io.github.gradiospring.sample.library;

import java.util.List;

import io.github.gradiospring.sample.library.SentenceFinder.Match;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceFinderTests {

	private final SentenceFinder finder = new SentenceFinder();

	@Test
	void aSentenceOfTheDocumentsIsItsOwnBestMatch() {
		String sentence = "A session is one visitor, recognised by a random text which the client chooses.";
		assertThat(best(sentence)).isEqualTo(new Match(1.0, sentence, "Sessions and state"));
	}

	@Test
	void survivesTypingErrors() {
		assertThat(best("a vitrual therad of the java runtime costs litle").sentence())
			.startsWith("A virtual thread is a thread");
	}

	@Test
	void aBatchAnswersEachTextAsIfItWereAlone() {
		List<String> texts = List.of("cancel a call", "the Mandelbrot set", "bakery");
		List<List<Match>> alone = texts.stream().map((text) -> this.finder.similar(List.of(text)).get(0)).toList();
		assertThat(this.finder.similar(texts)).isEqualTo(alone);
	}

	@Test
	void matchesAreSortedAndFew() {
		assertThat(this.finder.similar(List.of("the queue of calls")).get(0)).hasSize(5)
			.isSortedAccordingTo((one, other) -> Double.compare(other.similarity(), one.similarity()));
	}

	@Test
	void nothingResemblesAnEmptyText() {
		assertThat(this.finder.similar(List.of("", "?!"))).containsExactly(List.of(), List.of());
	}

	private Match best(String text) {
		return this.finder.similar(List.of(text)).get(0).get(0);
	}

}
