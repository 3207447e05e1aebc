package io.github.gradiospring.sample.library;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.Dataframe;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;

import org.springframework.stereotype.Service;

/** Finds sentences that resemble a text, for up to sixteen callers at once. */
@Service
class SentenceFinder {

	private static final int MATCHES = 5;

	private final List<Sentence> sentences = Passage.readAll()
		.stream()
		.flatMap((passage) -> passage.sentences().stream().map((text) -> new Sentence(text, passage.title())))
		.toList();

	private final SentenceVectors vectors = new SentenceVectors(this.sentences.stream().map(Sentence::text).toList());

	@GradioEndpoint(description = "Finds the sentences of the bundled documents that resemble a text.", batch = true,
			maxBatchSize = 16)
	@GradioInterface(tab = "Sentences",
			examples = { @GradioExample("waiting for the telephone"), @GradioExample("how long a line becomes") })
	@GradioOutput("matches")
	@Dataframe
	List<List<Match>> similar(List<String> text) {
		return Arrays.stream(this.vectors.similarities(text)).map(this::best).toList();
	}

	private List<Match> best(float[] similarities) {
		return IntStream.range(0, similarities.length)
			.mapToObj((index) -> new Match(similarities[index], this.sentences.get(index)))
			.filter((match) -> match.similarity() > 0)
			.sorted(Comparator.comparing(Match::similarity).reversed())
			.limit(MATCHES)
			.toList();
	}

	private record Sentence(String text, String document) {
	}

	record Match(double similarity, String sentence, String document) {

		Match(float similarity, Sentence sentence) {
			this(Math.round(similarity * 1000) / 1000.0, sentence.text(), sentence.document());
		}

	}

}
