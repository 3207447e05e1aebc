package io.github.gradiospring.sample.library;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.annotation.Markdown;
import io.github.gradiospring.server.endpoint.StateValue;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Answers questions by quoting the bundled documents. */
@Service
class Librarian {

	private static final int QUOTES = 3;

	private static final Pattern FOLLOW_UP = Pattern.compile(
			"^(and|but|so|why|how so|what about)\\b|\\b(it|its|they|them|their|he|him|his|she|her|that|those|this|these|more)\\b",
			Pattern.CASE_INSENSITIVE);

	private final Library library;

	private final Duration wordDelay;

	/**
	 * Creates a librarian.
	 * @param library where to look
	 * @param wordDelay the pause between two words, so that a reader can follow
	 */
	Librarian(Library library, @Value("${sample.word-delay:20ms}") Duration wordDelay) {
		this.library = library;
		this.wordDelay = wordDelay;
	}

	@GradioEndpoint(description = "Answers a question from the bundled documents, word by word.", concurrencyLimit = 10)
	@GradioInterface(tab = "Library",
			examples = { @GradioExample("Who was Erlang?"), @GradioExample("Why do queues grow?"),
					@GradioExample("And what about it in 1909?") })
	@GradioOutput("answer")
	@Markdown
	Flux<String> ask(String question, @GradioState("previousQuestion") StateValue<String> previous) {
		String before = previous.get();
		String context = (before != null && FOLLOW_UP.matcher(question.strip()).find()) ? before : "";
		previous.set(question);
		String answer = answer(this.library.search(question, context, QUOTES));
		return Flux.fromArray(answer.split("(?<= )")).delayElements(this.wordDelay).scan((text, word) -> text + word);
	}

	private String answer(List<Library.Quote> quotes) {
		if (quotes.isEmpty()) {
			return "I found nothing about that. I have read: " + String.join(", ", this.library.titles()) + ".";
		}
		return quotes.stream()
			.map((quote) -> "%s\n\n— *%s* (%s)".formatted(quote.sentences(), quote.passage().title(),
					quote.passage().file()))
			.collect(Collectors.joining("\n\n"));
	}

}
