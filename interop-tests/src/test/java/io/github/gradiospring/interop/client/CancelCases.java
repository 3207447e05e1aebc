package io.github.gradiospring.interop.client;

import java.time.Duration;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.client.error.JobCancelledException;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cases 26 to 28: what is cancelled here ends there. */
abstract class CancelCases extends ClientCases {

	CancelCases(Server server) {
		super(server);
	}

	@Test
	void case26_aCancelledJobStopsOnTheServer() {
		GradioClient client = client(Profile.MAIN);
		GradioJob<Integer> job = client.endpoint("/iterate").submit(Integer.class);
		await().atMost(LIMIT).until(() -> job.outputs().size() >= 2);
		assertThat(job.cancel().block(LIMIT)).isTrue();
		assertThat(job.status().state()).isEqualTo(State.CANCELLED);
		failure(JobCancelledException.class, job.result());
		assertThat(job.outputs()).startsWith(0, 1);
		assertStopped(client);
		assertThat(job.cancel().block(LIMIT)).isFalse();
	}

	@Test
	void case26_aCancelledSubscriptionStopsTheServerToo() {
		GradioClient client = client(Profile.MAIN);
		StepVerifier.create(client.endpoint("/iterate").stream(Integer.class))
			.expectNext(0, 1)
			.thenCancel()
			.verify(LIMIT);
		assertStopped(client);
	}

	/** The step is the same for longer than a step takes. */
	private static void assertStopped(GradioClient client) {
		int[] last = { -1 };
		await().atMost(LIMIT)
			.pollInterval(Duration.ofMillis(600))
			.until(() -> last[0] == (last[0] = client.endpoint("/iterate_step").retrieve(Integer.class).block(LIMIT)));
		assertThat(last[0]).isBetween(1, 15);
	}

	/**
	 * Two endpoints with one queue: Gradio stops what runs of the same endpoint in the
	 * same session too, without a word.
	 */
	@Test
	void case27_aWaitingJobLeavesTheQueue() {
		GradioClient client = client(Profile.MAIN);
		GradioJob<JsonNode> running = client.endpoint("/shared_a").inputs(1.5).submit(JsonNode.class);
		await().atMost(LIMIT).until(() -> running.status().state() == State.PROCESSING);
		GradioJob<JsonNode> waiting = client.endpoint("/shared_b").inputs(1).submit(JsonNode.class);
		await().atMost(LIMIT).until(() -> waiting.status().state() == State.QUEUED);
		assertThat(queueSize()).isEqualTo(1);
		assertThat(waiting.cancel().block(LIMIT)).isTrue();
		failure(JobCancelledException.class, waiting.result());
		await().atMost(LIMIT).until(() -> queueSize() == 0);
		assertThat(running.result().block(LIMIT).size()).isEqualTo(2);
	}

	private int queueSize() {
		return WebClient.create(server().url(Profile.MAIN))
			.get()
			.uri("/gradio_api/queue/status")
			.retrieve()
			.bodyToMono(JsonNode.class)
			.block(LIMIT)
			.path("queue_size")
			.asInt();
	}

	@Test
	void case27_theCallerOfARunningFunctionIsReleased() {
		GradioClient client = client(Profile.MAIN);
		GradioJob<JsonNode> job = client.endpoint("/unlimited").inputs(8).submit(JsonNode.class);
		await().atMost(LIMIT).until(() -> job.status().state() == State.PROCESSING);
		assertThat(job.cancel().block(LIMIT)).isTrue();
		failure(JobCancelledException.class, job.result());
		StepVerifier.create(job.events())
			.thenConsumeWhile((event) -> true)
			.expectError(JobCancelledException.class)
			.verify(LIMIT);
		stillWorks(client, "/fast", "x", "fast:x");
	}

	@Test
	void case28_theNextCallStartsAfresh() {
		GradioClient client = client(Profile.MAIN);
		StepVerifier.create(client.endpoint("/spell").inputs("wxyz").stream(String.class))
			.expectNext("w", "wx")
			.thenCancel()
			.verify(LIMIT);
		StepVerifier.create(client.endpoint("/spell").inputs("abc").stream(String.class))
			.expectNext("a", "ab", "abc")
			.expectComplete()
			.verify(LIMIT);
	}

}
