package io.github.gradiospring.interop.client;

import java.util.List;
import java.util.stream.IntStream;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cases 19 to 22, as far as a server that tells the truth can show them. */
abstract class SessionCases extends ClientCases {

	SessionCases(Server server) {
		super(server);
	}

	@Test
	void case19_fortyJobsShareOneStream() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		List<String> answers = Flux.range(0, 40)
			.flatMap((i) -> client.endpoint((i % 4 == 0) ? "/spell" : "/fast")
				.inputs((i % 4 == 0) ? "ab" : "t" + i)
				.retrieve(String.class), 40)
			.collectList()
			.block(LIMIT);
		assertThat(answers).hasSize(40)
			.containsAll(IntStream.range(0, 40).mapToObj((i) -> (i % 4 == 0) ? "ab" : "fast:t" + i).toList());
		assertThat(proxy.mostStreams()).isEqualTo(1);
		assertThat(proxy.requests("/queue/join")).hasSize(40);
		assertThat(proxy.requests("/config")).hasSize(1);
	}

	@Test
	void case19_opensTheStreamOnDemandAndAgainAfterItsEnd() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		client.app().block(LIMIT);
		assertThat(proxy.requests("/queue/data")).isEmpty();
		stillWorks(client, "/fast", "Bob", "fast:Bob");
		await().atMost(LIMIT).until(() -> proxy.openStreams() == 0);
		stillWorks(client, "/fast", "Eve", "fast:Eve");
		assertThat(proxy.requests("/queue/data")).hasSize(2);
	}

	@Test
	void case19_joinsWhileTheStreamIsOpen() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		GradioJob<String> longer = client.endpoint("/spell").inputs("abcdefgh").submit(String.class);
		await().atMost(LIMIT).until(() -> longer.status().state() == State.ITERATING);
		assertThat(client.endpoint("/count").inputs(2).stream(String.class).collectList().block(LIMIT))
			.containsExactly("0", "1");
		assertThat(longer.status().state().isOver()).isFalse();
		assertThat(longer.result().block(LIMIT)).isEqualTo("abcdefgh");
		assertThat(proxy.requests("/queue/data")).hasSize(1);
	}

	@Test
	void case20_quickJobsLoseNoMessage() {
		GradioClient client = client(Profile.MAIN);
		List<List<String>> values = Flux.range(0, 100)
			.concatMap((i) -> client.endpoint("/cached_stream").inputs("abc").stream(String.class).collectList())
			.collectList()
			.block(LIMIT);
		assertThat(values).hasSize(100)
			.allSatisfy((prefixes) -> assertThat(prefixes).containsExactly("a", "ab", "abc"));
	}

	@Test
	void case21_aSessionThatIsResetLeavesItsRunningCallsAlone() {
		GradioClient client = client(Profile.MAIN);
		GradioJob<String> job = client.endpoint("/spell").inputs("abcd").submit(String.class);
		await().atMost(LIMIT).until(() -> job.status().state() == State.ITERATING);
		client.resetSession();
		stillWorks(client, "/fast", "x", "fast:x");
		assertThat(job.result().block(LIMIT)).isEqualTo("abcd");
	}

}
