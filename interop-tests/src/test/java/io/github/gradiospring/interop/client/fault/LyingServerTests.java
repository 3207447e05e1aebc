package io.github.gradiospring.interop.client.fault;

import java.time.Duration;
import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.JobCancelledException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.interop.client.fault.ScriptedGradio.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A server whose messages are wrong, late, too many or too large. */
class LyingServerTests extends FaultCases {

	@Test
	void case2_refusesWebSockets() {
		GradioClient client = client(server().speaking("ws").url());
		assertThat(failure(NotAGradioAppException.class, call(client))).hasMessageContaining("ws");
	}

	@Test
	void case20_messagesBeforeTheAnswerToTheJoin() {
		ScriptedGradio server = server();
		Sinks.Empty<Void> later = Sinks.empty();
		GradioClient client = client(server.url());
		server.onJoin(Answer::accepted);
		GradioJob<String> first = submit(client);
		await().atMost(LIMIT).until(() -> server.openStreams() == 1);
		server.onJoin((id) -> {
			server.say(Messages.starts(id));
			server.say(Messages.generating(id, "\"early\""));
			server.say(Messages.completed(id, "\"early\""));
			// the first job ends when the client has read all that
			server.say(Messages.completed("e1", "\"first\""));
			return Answer.accepted(id).after(later.asMono());
		});
		GradioJob<String> second = submit(client);
		assertThat(first.result().block(LIMIT)).isEqualTo("first");
		assertThat(second.status().state()).isEqualTo(State.JOINING);
		later.tryEmitEmpty();
		assertThat(second.result().block(LIMIT)).isEqualTo("early");
	}

	@Test
	void case22_heartbeatsAndUnknownMessages() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		StepVerifier.create(client.endpoint("/echo").inputs("x").stream(String.class)).then(() -> {
			await().atMost(LIMIT).until(() -> server.openStreams() == 1);
			server.say(Messages.HEARTBEAT);
			server.say("{\"msg\": \"aurora\", \"event_id\": \"e1\", \"colour\": \"green\"}");
			server.say("{\"msg\": \"aurora\", \"event_id\": null}");
			server.say("{\"no\": \"message\"}");
			server.sayRaw(": a comment\n\n");
			server.sayRaw("event: ping\ndata: {\"msg\": \"heartbeat\"}\n\n");
			server.say(Messages.generating("e1", "\"a\""));
			server.say(Messages.HEARTBEAT);
			server.say(Messages.completed("e1", "\"a\""));
			server.say(Messages.CLOSE_STREAM);
			server.endStream();
		}).expectNext("a").expectComplete().verify(LIMIT);
		worksAgain(server, client);
	}

	@Test
	void case27_emptyOutputIsACancelledJob() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<String> job = submit(client);
		server.say(Messages.cancelled("e1"));
		failure(JobCancelledException.class, job.result());
		assertThat(job.status().state()).isEqualTo(State.CANCELLED);
		assertThat(server.cancelled()).isEmpty();
		worksAgain(server, client);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[[\"delete\", [-7], null]]", "[[\"delete\", [99], null]]",
			"[[\"replace\", [\"no\", \"way\"], 1]]", "[[\"append\", [0], \"text\"]]", "[[\"dance\", [], 1]]",
			"[[1, 2]]", "\"no edits\"", "null", "[[\"add\", \"path\", 1]]", "{\"op\": \"add\"}" })
	void case17_badEditsKillNeitherTheJobNorTheSession(String edits) {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<Object> liar = client.endpoint("/echo").inputs("x").submit(Object.class);
		GradioJob<Object> other = client.endpoint("/other").inputs("x").submit(Object.class);
		await().atMost(LIMIT).until(() -> server.openStreams() == 1);
		server.say(Messages.generating("e1", "[1, 2, 3]"));
		server.say(Messages.generating("e2", "[1]"));
		server.say(Messages.generating("e1", edits));
		server.say(Messages.generating("e2", "[[\"add\", [1], 2]]"));
		server.say(Messages.completed("e1", "[9]"));
		server.say(Messages.completed("e2", "[1, 2]"));
		// the true value comes with the end
		assertThat(liar.result().block(LIMIT)).isEqualTo(List.of(9));
		assertThat(other.result().block(LIMIT)).isEqualTo(List.of(1, 2));
		assertThat(other.outputs()).startsWith(List.of(1), List.of(1, 2));
		worksAgain(server, client);
	}

	@Test
	void negativeIndexesCountFromTheEndOrAreLeftOut() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<Object> job = client.endpoint("/echo").inputs("x").submit(Object.class);
		server.say(Messages.generating("e1", "[[1, 2], [3, 4]]"));
		server.say(Messages.generating("e1", "[[\"delete\", [0, 1], null], [\"delete\", [1, -1], null]]"));
		server.say(Messages.completed("e1", "[[1], [3]]"));
		assertThat(job.result().block(LIMIT)).isEqualTo(List.of(List.of(1), List.of(3)));
		worksAgain(server, client);
	}

	@Test
	void messagesForJobsOfOthers() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<String> job = submit(client);
		for (int i = 0; i < 10_000; i++) {
			server.say(Messages.generating("foreign" + i, "\"not yours\""));
		}
		server.say(Messages.completed("foreign1", "\"not yours\""));
		server.say(Messages.completed("e1", "\"mine\""));
		assertThat(job.result().block(LIMIT)).isEqualTo("mine");
		assertThat(job.outputs()).doesNotContain("not yours");
		worksAgain(server, client);
	}

	@Test
	void theEndTwiceAndMoreAfterIt() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		StepVerifier.create(client.endpoint("/echo").inputs("x").stream(String.class)).then(() -> {
			server.say(Messages.generating("e1", "\"a\""));
			server.say(Messages.completed("e1", "\"a\""));
			server.say(Messages.completed("e1", "\"b\""));
			server.say(Messages.generating("e1", "\"c\""));
			server.say(Messages.completed("e1", "\"d\""));
		}).expectNext("a").expectComplete().verify(LIMIT);
		worksAgain(server, client);
	}

	@Test
	void twoJobsOfTheSameName() {
		ScriptedGradio server = server().onJoin((id) -> Answer.accepted("same"));
		GradioClient client = client(server.url(), (builder) -> builder.silenceTimeout(Duration.ofSeconds(2)));
		GradioJob<String> first = submit(client);
		await().atMost(LIMIT).until(() -> server.openStreams() == 1);
		GradioJob<String> second = submit(client);
		server.say(Messages.completed("same", "\"x\""));
		// each of the two ends, with the value or with an error, but neither hangs
		for (GradioJob<String> job : List.of(first, second)) {
			Object end = job.result()
				.cast(Object.class)
				.onErrorResume(GradioClientException.class, Mono::just)
				.block(LIMIT);
			assertThat(end).isNotNull();
			assertThat(job.status().state().isOver()).isTrue();
		}
		worksAgain(server, client);
	}

	@Test
	void anEventThatIsTooLarge() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url(), (builder) -> builder.maxEventSize(DataSize.ofKilobytes(100)));
		GradioJob<String> job = submit(client);
		server.say(Messages.completed("e1", "\"" + "x".repeat(200_000) + "\""));
		GradioClientException error = failure(GradioClientException.class, job.result());
		assertThat(error.getMessage()).isNotBlank().doesNotContain("xxxx");
		await().atMost(LIMIT).until(() -> server.openStreams() == 0);
		server.endStream();
		worksAgain(server, client);
	}

	@Test
	void anEventThatNeverEnds() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url(), (builder) -> builder.maxEventSize(DataSize.ofKilobytes(100)));
		GradioJob<String> job = submit(client);
		server.sayRaw("data: {\"msg\": \"process_completed\", \"event_id\": \"e1\", \"title\": \"");
		for (int i = 0; i < 100; i++) {
			server.sayRaw("x".repeat(10_000));
		}
		failure(GradioClientException.class, job.result());
		await().atMost(LIMIT).until(() -> server.openStreams() == 0);
		server.endStream();
		worksAgain(server, client);
	}

	@Test
	void largeEventsAreFine() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<String> job = submit(client);
		String text = "x".repeat(10_000_000);
		server.say(Messages.completed("e1", "\"" + text + "\""));
		assertThat(text.equals(job.result().block(LIMIT))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "data: not JSON at all\n\n", "data: [1, 2]\n\n", "data: {\"msg\": 7}\n\n", "data:\n\n",
			"data: {\"msg\": \"process_completed\", \"event_id\": \"e1\", \"output\"\n\n",
			"data: {\"msg\": \"estimation\", \"event_id\": \"e1\", \"rank\": \"first\"}\n\n", "\u0000\u0001\n\n",
			"data: null\n\n",
			"data: {\"msg\": \"process_generating\", \"event_id\": \"e1\", \"output\": {\"data\": 5}}\n\n",
			"data: {\"msg\": \"progress\", \"event_id\": \"e1\", \"progress_data\": \"half\"}\n\n" })
	void nonsense(String nonsense) {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<String> job = submit(client);
		server.sayRaw(nonsense);
		server.say(Messages.completed("e1", "\"sense\""));
		// ignored, or an error of this library's own
		Object end = job.result()
			.cast(Object.class)
			.onErrorResume(GradioClientException.class, Mono::just)
			.block(LIMIT);
		assertThat(end).satisfiesAnyOf((value) -> assertThat(value).isEqualTo("sense"),
				(value) -> assertThat(value).isInstanceOf(GradioClientException.class));
		server.endStream();
		worksAgain(server, client);
	}

	@Test
	void fewerValuesThanOutputs() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<String> job = submit(client);
		server.say(Messages.completed("e1", ""));
		Object end = job.result()
			.cast(Object.class)
			.onErrorResume(GradioClientException.class, Mono::just)
			.defaultIfEmpty("empty")
			.block(LIMIT);
		assertThat(end).isNotNull();
		worksAgain(server, client);
	}

	@Test
	void closeStreamWithAJobOpen() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url(), (builder) -> builder.silenceTimeout(Duration.ofSeconds(3)));
		GradioJob<String> job = submit(client);
		await().atMost(LIMIT).until(() -> server.openStreams() == 1);
		server.say(Messages.CLOSE_STREAM);
		server.endStream();
		// either asked again or given up, but not forgotten
		failure(ConnectionLostException.class, job.result());
		server.endStream();
		worksAgain(server, client);
	}

	static void worksAgain(ScriptedGradio server, GradioClient client) {
		server.onJoin((id) -> {
			server.say(Messages.completed(id, "\"again\""));
			return Answer.accepted(id);
		});
		assertThat(call(client).block(LIMIT)).isEqualTo("again");
	}

}
