package io.github.gradiospring.interop.client.fault;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.interop.client.Sockets;
import io.github.gradiospring.interop.client.fault.ScriptedGradio.Answer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What has ended is forgotten: jobs, clients, sockets and threads. */
class LeakTests extends FaultCases {

	@Test
	void completedJobs() {
		forgotten((server, id) -> server.say(Messages.completed(id, "\"x\"")));
	}

	@Test
	void failedJobs() {
		forgotten((server, id) -> server.say(
				"{\"msg\": \"process_completed\", \"event_id\": \"%s\", \"output\": {\"error\": \"no\"}, \"success\": false}"
					.formatted(id)));
	}

	@Test
	void jobsCancelledByTheServer() {
		forgotten((server, id) -> server.say(Messages.cancelled(id)));
	}

	@Test
	void jobsWithBadEdits() {
		forgotten((server, id) -> {
			server.say(Messages.generating(id, "[1]"));
			server.say(Messages.generating(id, "[[\"delete\", [-7], null]]"));
			server.say(Messages.completed(id, "[2]"));
		});
	}

	@Test
	void jobsOfABrokenStream() {
		forgotten((server, id) -> {
			await().atMost(LIMIT).until(() -> server.openStreams() == 1);
			server.cutStream();
			server.say(Messages.unexpectedError("404: Not Found", true));
			server.endStream();
		});
	}

	@Test
	void jobsCancelledHere() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		forgotten(() -> {
			GradioJob<Object> job = client.endpoint("/echo").inputs("x").submit(Object.class);
			await().atMost(LIMIT).until(() -> server.openStreams() > 0);
			job.cancel().block(LIMIT);
			return job;
		});
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void jobsThatWereRefused() {
		ScriptedGradio server = server().onJoin((id) -> Answer.refused(503, "{\"detail\": \"Queue is full.\"}"));
		GradioClient client = client(server.url());
		forgotten(() -> {
			GradioJob<Object> job = client.endpoint("/echo").inputs("x").submit(Object.class);
			ended(job);
			return job;
		});
		LyingServerTests.worksAgain(server, client);
		await().atMost(LIMIT).until(() -> server.openStreams() <= 1);
	}

	private void forgotten(End end) {
		ScriptedGradio server = server();
		GradioClient client = client(server.url());
		List<String> ids = new ArrayList<>();
		server.onJoin((id) -> {
			ids.add(id);
			return Answer.accepted(id);
		});
		forgotten(() -> {
			int count = ids.size();
			GradioJob<Object> job = client.endpoint("/echo").inputs("x").submit(Object.class);
			await().atMost(LIMIT).until(() -> ids.size() > count);
			end.of(server, ids.get(count));
			ended(job);
			return job;
		});
		LyingServerTests.worksAgain(server, client);
	}

	private static void ended(GradioJob<?> job) {
		job.result().cast(Object.class).onErrorResume(GradioClientException.class, Mono::just).block(LIMIT);
	}

	/** The client lives on, yet nothing in it holds the jobs that it had. */
	private static void forgotten(Supplier<GradioJob<Object>> jobs) {
		List<WeakReference<GradioJob<Object>>> references = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			references.add(new WeakReference<>(jobs.get()));
		}
		await().atMost(LIMIT).untilAsserted(() -> {
			System.gc();
			assertThat(references).allMatch((reference) -> reference.get() == null);
		});
	}

	@Test
	void aCallThatIsCancelledWhileItJoins() {
		ScriptedGradio server = server();
		GradioClient client = client(server.url());
		client.app().block(LIMIT);
		Sinks.Empty<Void> asked = Sinks.empty();
		Sinks.Empty<Void> later = Sinks.empty();
		server.onJoin((id) -> {
			asked.tryEmitEmpty();
			return Answer.accepted(id).after(later.asMono());
		});
		StepVerifier.create(call(client)).then(() -> asked.asMono().block(LIMIT)).thenCancel().verify(LIMIT);
		later.tryEmitEmpty();
		await().atMost(LIMIT).until(() -> server.cancelled().stream().anyMatch((body) -> body.contains("\"e1\"")));
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void streamsOfNobody() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		StepVerifier.create(client.endpoint("/echo").inputs("x").stream(String.class))
			.then(() -> await().atMost(LIMIT).until(() -> server.openStreams() == 1))
			.then(() -> server.say(Messages.generating("e1", "\"a\"")))
			.expectNext("a")
			.thenCancel()
			.verify(LIMIT);
		await().atMost(LIMIT).until(() -> server.cancelled().size() == 1);
		server.say(Messages.cancelled("e1"));
		server.say(Messages.CLOSE_STREAM);
		server.endStream();
		await().atMost(LIMIT).until(() -> server.openStreams() == 0);
		assertThat(server.cancelled().get(0)).contains(client.sessionHash(), "\"e1\"");
	}

	@Test
	void clientsThatAreClosed() {
		ScriptedGradio server = server();
		Consumer<List<WeakReference<GradioClient>>> use = (references) -> {
			GradioClient client = GradioClient.create(server.url());
			references.add(new WeakReference<>(client));
			assertThat(call(client).block(LIMIT)).isNotNull();
			client.close().block(LIMIT);
			server.endStream();
		};
		List<WeakReference<GradioClient>> references = new ArrayList<>();
		use.accept(references);
		int threads = ManagementFactory.getThreadMXBean().getThreadCount();
		for (int i = 0; i < 20; i++) {
			use.accept(references);
		}
		assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 15);
		await().atMost(LIMIT).until(() -> server.openStreams() == 0 && Sockets.to(server.port()) == 0);
		await().atMost(LIMIT).untilAsserted(() -> {
			System.gc();
			assertThat(references).allMatch((reference) -> reference.get() == null);
		});
	}

	/** How a job ends. */
	interface End {

		void of(ScriptedGradio server, String id);

	}

}
