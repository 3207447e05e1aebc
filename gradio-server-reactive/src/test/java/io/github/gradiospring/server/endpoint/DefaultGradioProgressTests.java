package io.github.gradiospring.server.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.server.endpoint.EndpointFixture.RecordedReports;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What callers see of progress. */
class DefaultGradioProgressTests {

	private final RecordedReports reports = new RecordedReports();

	private final GradioProgress progress = new DefaultGradioProgress(List.of(this.reports));

	@Test
	void sameAsGradio() throws IOException {
		this.progress.report(0, "Starting...");
		for (int i : this.progress.track(IntStream.range(0, 10).boxed().toList(), null)) {
			assertThat(i).isBetween(0, 9);
		}
		JsonNode sent = GradioProtocol.jsonMapper()
			.readTree(GradioProtocol.jsonMapper().writeValueAsString(this.reports.progress));
		assertThat(sent.values()).containsExactlyElementsOf(recorded("queue_progress"));
	}

	@Test
	void steps() {
		this.progress.report(3, 7L, "files", "reading");
		this.progress.report(4, null, "steps", null);
		assertThat(this.reports.progress).containsExactly(List.of(new ProgressUnit(3L, 7L, "files", null, "reading")),
				List.of(new ProgressUnit(4L, null, "steps", null, null)));
	}

	@Test
	void nestedLoopsOutermostFirst() {
		for (String outer : this.progress.track(List.of("a", "b"), "outer")) {
			for (String inner : this.progress.track(List.of("x"), "inner")) {
				this.progress.report(0.5, outer + inner);
			}
		}
		assertThat(texts()).containsExactly("outer 0", "outer 0, inner 0", "outer 0, inner 0, ax 0.5",
				"outer 0, inner 1", "outer 1", "outer 1, inner 0", "outer 1, inner 0, bx 0.5", "outer 1, inner 1",
				"outer 2");
	}

	@Test
	void loopThatIsLeftEarlyEndsWithTheStepAround() {
		for (String outer : this.progress.track(List.of("a", "b"), "outer")) {
			for (String inner : this.progress.track(List.of("x", "y"), "inner " + outer)) {
				break;
			}
		}
		assertThat(texts()).containsExactly("outer 0", "outer 0, inner a 0", "outer 1", "outer 1, inner b 0",
				"outer 2");
	}

	@Test
	void loopsThatAreLeftEarlyDoNotPileUp() {
		for (int i = 0; i < 1000; i++) {
			this.progress.track(List.of("x"), "loop " + i).iterator();
		}
		assertThat(this.reports.progress).allSatisfy((units) -> assertThat(units).hasSizeLessThanOrEqualTo(16));
	}

	@Test
	void flux() {
		Flux<String> tracked = this.progress.track(Flux.just("a", "b"), 2L, "flux");
		assertThat(this.reports.progress).isEmpty();
		assertThat(tracked.collectList().block()).containsExactly("a", "b");
		this.progress.report(1, "done");
		assertThat(texts()).containsExactly("flux 0", "flux 1", "flux 2", "done 1.0");
	}

	@Test
	void fluxThatFailsIsOver() {
		this.progress.track(Flux.error(new IllegalStateException()), null, "flux").onErrorComplete().blockLast();
		this.progress.report(1, "done");
		assertThat(texts()).containsExactly("flux 0", "done 1.0");
	}

	@Test
	void everyCallerOfABatch() {
		RecordedReports other = new RecordedReports();
		new DefaultGradioProgress(List.of(this.reports, other)).report(1, "done");
		assertThat(other.progress).isEqualTo(this.reports.progress).hasSize(1);
	}

	private List<String> texts() {
		return this.reports.progress.stream()
			.map((units) -> units.stream()
				.map((unit) -> unit.desc() + " " + ((unit.index() != null) ? unit.index() : unit.progress()))
				.reduce((left, right) -> left + ", " + right)
				.orElse(""))
			.toList();
	}

	private static List<JsonNode> recorded(String name) throws IOException {
		try (InputStream recording = DefaultGradioProgressTests.class
			.getResourceAsStream("/recordings/" + name + ".json")) {
			List<JsonNode> progress = new ArrayList<>();
			JsonNode messages = GradioProtocol.jsonMapper().readTree(recording).at("/steps/1/response/sse");
			messages.values()
				.stream()
				.filter((message) -> message.get("msg").stringValue().equals("progress"))
				.forEach((message) -> progress.add(message.get("progress_data")));
			return progress;
		}
	}

}
