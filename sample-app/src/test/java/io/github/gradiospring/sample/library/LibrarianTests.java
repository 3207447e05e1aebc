package io.github.gradiospring.sample.library;

import java.time.Duration;
import java.util.List;

import io.github.gradiospring.sample.support.SimpleState;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class LibrarianTests {

	private final Library library = new Library();

	private final Librarian librarian = new Librarian(this.library, Duration.ZERO);

	private final SimpleState<String> previous = new SimpleState<>();

	@Test
	void quotesWithTheSource() {
		assertThat(ask("What is backpressure?")).contains("**Backpressure** means that the reader sets the pace.")
			.contains("— *Reactive streams* (reactive-streams.md)");
	}

	@Test
	void eachValueIsTheTextSoFar() {
		List<String> values = this.librarian.ask("What is a Flux?", this.previous).collectList().block();
		assertThat(values).hasSizeGreaterThan(10).isSortedAccordingTo((one, other) -> one.length() - other.length());
		assertThat(values).allMatch(values.get(values.size() - 1)::startsWith);
	}

	@Test
	void pausesBetweenTheWords() {
		StepVerifier.withVirtualTime(
				() -> new Librarian(this.library, Duration.ofMillis(20)).ask("What is a Flux?", this.previous).take(3))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(20))
			.expectNextCount(1)
			.expectNoEvent(Duration.ofMillis(20))
			.expectNextCount(1)
			.expectNoEvent(Duration.ofMillis(20))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void aFollowUpMayLeaveOutWhatItIsAbout() {
		ask("Who was Erlang?");
		assertThat(this.previous.get()).isEqualTo("Who was Erlang?");
		assertThat(ask("What are its inputs?")).contains("(erlang.md)");
	}

	@Test
	void aNewQuestionStandsForItself() {
		ask("Who was Erlang?");
		assertThat(ask("What does the Mandelbrot renderer paint first?")).doesNotContain("(erlang.md)");
	}

	@Test
	void saysWhatItHasReadWhenItKnowsNothing() {
		assertThat(ask("xylophone")).startsWith("I found nothing").contains("Erlang's formula", "Batches");
	}

	private String ask(String question) {
		return this.librarian.ask(question, this.previous).blockLast();
	}

}
