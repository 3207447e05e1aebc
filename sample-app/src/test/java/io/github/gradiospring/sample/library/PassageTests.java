package io.github.gradiospring.sample.library;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PassageTests {

	@Test
	void readsTheParagraphsOfAllDocuments() {
		List<Passage> passages = Passage.readAll();
		assertThat(passages).extracting(Passage::file).containsSubsequence("batching.md", "streaming.md");
		assertThat(passages).hasSizeGreaterThan(50).allSatisfy((passage) -> {
			assertThat(passage.title()).isNotBlank().doesNotStartWith("#");
			assertThat(passage.text()).endsWith(".").doesNotContain("\n", "  ");
		});
	}

	@Test
	void splitsIntoSentences() {
		Passage passage = new Passage("It takes 3.5 minutes. Then it ends! Does it?", "Title", "file.md");
		assertThat(passage.sentences()).containsExactly("It takes 3.5 minutes.", "Then it ends!", "Does it?");
	}

}
