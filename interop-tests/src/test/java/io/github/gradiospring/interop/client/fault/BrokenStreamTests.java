package io.github.gradiospring.interop.client.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.client.error.ClientClosedException;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.interop.client.fault.ScriptedGradio.Answer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Case 21: a stream that breaks or falls silent fails the open jobs, and only them. */
class BrokenStreamTests extends FaultCases {

	@Test
	void aConnectionThatIsCutFailsEachOpenJobOnce() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		List<GradioJob<String>> jobs = Stream.generate(() -> submit(client)).limit(20).toList();
		await().atMost(LIMIT).until(() -> server.openStreams() == 1);
		IntStream.rangeClosed(1, 20).forEach((i) -> server.say(Messages.generating("e" + i, "\"some\"")));
		await().atMost(LIMIT).until(() -> jobs.stream().allMatch((job) -> job.status().state() == State.ITERATING));
		server.cutStream();
		// the server cannot resume, so they are given up at once or after having asked
		server.say(Messages.unexpectedError("404: Not Found", true));
		for (GradioJob<String> job : jobs) {
			failure(ConnectionLostException.class, job.result());
			assertThat(job.status().state()).isEqualTo(State.FAILED);
			assertThat(job.outputs()).containsExactly("some");
		}
		server.endStream();
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void aStreamThatEndsTooEarly() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		StepVerifier.create(client.endpoint("/echo").inputs("x").stream(String.class)).then(() -> {
			await().atMost(LIMIT).until(() -> server.openStreams() == 1);
			server.say(Messages.generating("e1", "\"a\""));
			server.endStreamWithoutAWord();
			server.say(Messages.unexpectedError("404: Not Found", true));
		}).expectNext("a").expectError(ConnectionLostException.class).verify(LIMIT);
		server.endStream();
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void aStreamThatCanBeResumed() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url());
		GradioJob<String> job = submit(client);
		await().atMost(LIMIT).until(() -> server.openStreams() == 1);
		server.sayRaw("id: s-6\ndata: " + Messages.starts("e1") + "\n\n");
		server.sayRaw("id: s-7\ndata: " + Messages.generating("e1", "\"a\"").replace("\n", " ") + "\n\n");
		await().atMost(LIMIT).until(() -> job.status().state() == State.ITERATING);
		server.cutStream();
		await().atMost(LIMIT).until(() -> server.streams() == 2);
		server.sayRaw("id: s-8\ndata: " + Messages.completed("e1", "\"ab\"").replace("\n", " ") + "\n\n");
		assertThat(job.result().block(LIMIT)).isEqualTo("ab");
		assertThat(server.lastEventIds()).containsExactly("s-7");
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void aSilentStream() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url(), (builder) -> builder.silenceTimeout(Duration.ofSeconds(1)));
		GradioJob<String> job = submit(client);
		failure(ConnectionLostException.class, job.result());
		await().atMost(LIMIT).until(() -> server.openStreams() == 0);
		server.endStream();
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void heartbeatsKeepAStreamAlive() {
		ScriptedGradio server = server().onJoin(Answer::accepted);
		GradioClient client = client(server.url(), (builder) -> builder.silenceTimeout(Duration.ofSeconds(1)));
		GradioJob<String> job = submit(client);
		Flux.interval(Duration.ofMillis(250)).take(10).doOnNext((i) -> server.say(Messages.HEARTBEAT)).blockLast(LIMIT);
		assertThat(job.status().state().isOver()).isFalse();
		server.say(Messages.completed("e1", "\"late\""));
		assertThat(job.result().block(LIMIT)).isEqualTo("late");
		assertThat(server.streams()).isEqualTo(1);
	}

	@Test
	void aServerThatAcceptsAndNeverAnswers() {
		DisposableServer silent = TcpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((in, out) -> in.receive().then())
			.bindNow();
		try {
			GradioClient client = client("http://127.0.0.1:" + silent.port(),
					(builder) -> builder.silenceTimeout(Duration.ofSeconds(1)));
			failure(GradioClientException.class, call(client));
		}
		finally {
			silent.disposeNow();
		}
	}

	@Test
	void aJoinThatIsNeverAnswered() {
		ScriptedGradio server = server().onJoin((id) -> Answer.accepted(id).after(Mono.never()));
		GradioClient client = client(server.url(), (builder) -> builder.silenceTimeout(Duration.ofSeconds(1)));
		failure(ConnectionLostException.class, call(client));
		server.endStream();
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void closingTheClientWhileAJobJoins() {
		ScriptedGradio server = server().onJoin((id) -> Answer.accepted(id).after(Mono.never()));
		GradioClient client = client(server.url());
		GradioJob<String> job = submit(client);
		client.close().block(LIMIT);
		failure(ClientClosedException.class, job.result());
		await().atMost(LIMIT).until(() -> server.openStreams() == 0);
	}

}
