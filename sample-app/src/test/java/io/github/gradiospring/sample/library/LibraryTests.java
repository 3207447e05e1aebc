package io.github.gradiospring.sample.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryTests {

	private final Library library = new Library();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			How many calls run at the same time?            | waiting-in-line.md
			What does my rank mean while I wait?            | waiting-in-line.md
			Who was Erlang?                                 | erlang.md
			Why is a busy server slow?                      | utilization.md
			Can I cancel a running call?                    | errors-and-cancelling.md
			When does batching pay?                         | batching.md
			What is dependency injection?                   | spring-beans.md
			What is backpressure?                           | reactive-streams.md
			How is a passage ranked?                        | search.md
			When does a point escape?                       | mandelbrot.md
			How do I upload a file?                         | files.md
			What does Little's law connect?                 | littles-law.md
			""")
	void findsTheDocumentThatAnswers(String question, String file) {
		assertThat(this.library.search(question, "", 1)).singleElement()
			.satisfies((quote) -> assertThat(quote.passage().file()).isEqualTo(file));
	}

	@Test
	void marksTheWordsOfTheQuestionInTheBestSentences() {
		assertThat(this.library.search("What was the job of Agner Erlang?", "", 1)).singleElement()
			.satisfies((quote) -> assertThat(quote.sentences())
				.isEqualTo("**Agner** Krarup **Erlang** studied the telephone exchange of Copenhagen about "
						+ "a hundred years ago."));
	}

	@Test
	void stemsWords() {
		assertThat(this.library.search("cancellations", "", 1)).isNotEmpty();
	}

	@Test
	void quotesOnlyWhatIsWorthIt() {
		assertThat(this.library.search("virtual thread", "", 10)).hasSizeBetween(1, 9);
	}

	@Test
	void theContextDecidesBetweenEquals() {
		String question = "How is the error halved?";
		assertThat(this.library.search(question, "Erlang's simulation", 1).get(0).passage().file())
			.isEqualTo("erlang.md");
	}

	@ParameterizedTest
	@CsvSource({ "''", "of the and", "xylophone zebra" })
	void findsNothingForNothing(String question) {
		assertThat(this.library.search(question, "", 3)).isEmpty();
	}

}
