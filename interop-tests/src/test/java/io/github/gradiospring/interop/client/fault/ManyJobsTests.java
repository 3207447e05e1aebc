package io.github.gradiospring.interop.client.fault;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.interop.FixtureApp;
import io.github.gradiospring.interop.client.RecordingProxy;
import io.github.gradiospring.interop.client.fault.ScriptedGradio.Answer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cases 19 and 38 with a thousand jobs: one stream, and no thread for each. */
class ManyJobsTests extends FaultCases {

	private static final int JOBS = 1000;

	@Test
	void aThousandJobsAtOnceShareOneStreamAndFewThreads() {
		List<String> joined = new CopyOnWriteArrayList<>();
		ScriptedGradio server = server().onJoin((id) -> {
			joined.add(id);
			return Answer.accepted(id);
		});
		GradioClient client = client(server.url());
		client.app().block(LIMIT);
		int threads = ManagementFactory.getThreadMXBean().getThreadCount();
		List<GradioJob<String>> jobs = Stream.generate(() -> submit(client)).limit(JOBS).toList();
		await().atMost(LIMIT).until(() -> joined.size() == JOBS);
		assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 40);
		joined.forEach((id) -> server.say(Messages.generating(id, "\"some\"")));
		joined.forEach((id) -> server.say(Messages.completed(id, "\"all\"")));
		assertThat(Flux.fromIterable(jobs).flatMap(GradioJob::result, JOBS).collectList().block(LIMIT)).hasSize(JOBS)
			.containsOnly("all");
		assertThat(jobs).allSatisfy((job) -> assertThat(job.outputs()).startsWith("some"));
		assertThat(server.streams()).isEqualTo(1);
	}

	@Test
	void aThousandJobsOfTheFixtureApp() {
		try (RecordingProxy proxy = RecordingProxy.to(FixtureApp.MAIN.url())) {
			GradioClient client = client(proxy.url());
			List<String> answers = Flux.range(0, JOBS)
				.flatMap((i) -> client.endpoint("/fast").inputs("t" + i).retrieve(String.class), JOBS)
				.collectList()
				.block(Duration.ofSeconds(60));
			assertThat(answers)
				.containsExactlyInAnyOrderElementsOf(IntStream.range(0, JOBS).mapToObj((i) -> "fast:t" + i).toList());
			assertThat(proxy.mostStreams()).isEqualTo(1);
			assertThat(proxy.requests("/queue/join")).hasSize(JOBS);
		}
	}

	@Test
	void oneThatDoesNotReadHoldsUpNobody() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		int values = 2000;
		StepVerifier.create(client.endpoint("/other").inputs("x").stream(String.class), 0)
			.thenAwait()
			.then(() -> await().atMost(LIMIT).until(() -> server.openStreams() == 1))
			.then(() -> {
				for (int i = 0; i < values; i++) {
					server.say(Messages.generating("e1", (i == 0) ? "\"0\"" : replace(i)));
					server.say(Messages.estimation("e1", i));
				}
				GradioJob<String> other = submit(client);
				server.say(Messages.completed("e2", "\"other\""));
				assertThat(other.result().block(LIMIT)).isEqualTo("other");
				server.say(Messages.completed("e1", "\"%d\"".formatted(values - 1)));
			})
			.thenRequest(1)
			.expectNext("0")
			.thenRequest(Long.MAX_VALUE)
			.expectNextSequence(IntStream.range(1, values).mapToObj(Integer::toString).toList())
			.expectComplete()
			.verify(LIMIT);
	}

	private static String replace(int value) {
		return "[[\"replace\", [], \"%d\"]]".formatted(value);
	}

}
