package io.github.gradiospring.interop.client.fault;

import java.time.Duration;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.error.PayloadTooLargeException;
import io.github.gradiospring.client.error.QueueFullException;
import io.github.gradiospring.client.error.QuotaExceededException;
import io.github.gradiospring.client.error.ServerFailureException;
import io.github.gradiospring.client.error.ValidationException;
import io.github.gradiospring.interop.client.fault.ScriptedGradio.Answer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Case 24: every status has its error, and the next call works. */
class RefusingServerTests extends FaultCases {

	@Test
	void queueFull() {
		QueueFullException error = refused(QueueFullException.class,
				Answer.refused(503, "{\"detail\": \"Queue is full. Max size is 1 and size is 1.\"}")
					.with("Retry-After", "7"));
		assertThat(error).hasMessageContaining("Queue is full");
		assertThat(error.getRetryAfter()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void notLoggedIn() {
		assertThat(refused(AuthenticationException.class,
				Answer.refused(401,
						"{\"detail\": {\"error\": \"Not authenticated\", \"auth_message\": \"Please log in\"}}")))
			.hasMessageContaining("Please log in");
		refused(AuthenticationException.class, Answer.refused(403, "{\"detail\": \"no\"}"));
	}

	@Test
	void tooLarge() {
		refused(PayloadTooLargeException.class, Answer.refused(413, "too large"));
	}

	@Test
	void tooOften() {
		QuotaExceededException error = refused(QuotaExceededException.class,
				Answer.refused(429, "{\"detail\": \"slow down\"}").with("Retry-After", "30"));
		assertThat(error.getRetryAfter()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void invalid() {
		ValidationException error = refused(ValidationException.class, Answer.refused(422, """
				{"detail": [{"__type__": "validate", "is_valid": true, "message": "", "parameter_name": "fine"},
				{"__type__": "validate", "is_valid": false, "message": "too short", "parameter_name": "text"}]}
				"""));
		assertThat(error.getProblems()).containsExactly(new ValidationException.Problem("text", "too short"));
		refused(ValidationException.class, Answer.refused(422,
				"{\"detail\": [{\"type\": \"missing\", \"loc\": [\"body\", \"data\"], \"msg\": \"Field required\"}]}"));
		refused(ValidationException.class, Answer.refused(422, "no JSON"));
	}

	@Test
	void brokenServer() {
		for (int status : new int[] { 500, 502, 504 }) {
			ServerFailureException error = refused(ServerFailureException.class,
					Answer.refused(status, "<html>Internal Server Error</html>"));
			assertThat(error.getStatus().value()).isEqualTo(status);
		}
	}

	@Test
	void acceptedWithoutAnEventId() {
		refused(GradioClientException.class, Answer.refused(200, "{}"));
		refused(GradioClientException.class, Answer.refused(200, "[]"));
		refused(GradioClientException.class, Answer.refused(200, "no JSON"));
		refused(GradioClientException.class, Answer.refused(200, "{\"event_id\": null}"));
	}

	private <T extends Throwable> T refused(Class<T> type, Answer answer) {
		ScriptedGradio server = server().onJoin((id) -> answer);
		GradioClient client = client(server.url());
		T error = failure(type, call(client));
		LyingServerTests.worksAgain(server, client);
		return error;
	}

	@Test
	void sessionNotFound() {
		ScriptedGradio server = server();
		server.onJoin((id) -> {
			server.say(Messages.unexpectedError("404: Not Found", true));
			return Answer.accepted(id);
		});
		GradioClient client = client(server.url());
		assertThat(failure(ConnectionLostException.class, call(client))).hasMessageNotContaining("null");
		server.endStream();
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void serverStops() {
		ScriptedGradio server = server();
		server.onJoin((id) -> {
			server.say(Messages.unexpectedError("Server stopped unexpectedly.", false));
			return Answer.accepted(id);
		});
		GradioClient client = client(server.url());
		assertThat(failure(ConnectionLostException.class, call(client))).hasMessageContaining("Server stopped");
		server.endStream();
		LyingServerTests.worksAgain(server, client);
	}

	@Test
	void somethingElseAnswers() {
		for (String body : new String[] { "<html>It works!</html>", "{}", "[]", "" }) {
			DisposableServer other = HttpServer.create()
				.host("127.0.0.1")
				.port(0)
				.handle((request, response) -> response.sendString(Mono.just(body)))
				.bindNow();
			try {
				failure(NotAGradioAppException.class, call(client("http://127.0.0.1:" + other.port())));
			}
			finally {
				other.disposeNow();
			}
		}
	}

}
