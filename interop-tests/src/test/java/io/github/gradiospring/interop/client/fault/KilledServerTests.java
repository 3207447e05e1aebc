package io.github.gradiospring.interop.client.fault;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.interop.client.Ports;
import io.github.gradiospring.interop.client.RealGradio;
import io.github.gradiospring.interop.client.ServerProcess;
import io.github.gradiospring.interop.client.Sockets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A server that is killed in the middle of its streams, and comes back. */
class KilledServerTests extends FaultCases {

	@Test
	void gradioIsKilled() {
		killed(RealGradio::startAnother);
	}

	@Test
	void theFixtureAppIsKilled() {
		killed((port) -> ForkedFixtureApp.start("main", port));
	}

	private void killed(IntFunction<ServerProcess> start) {
		int port = Ports.free(1);
		ServerProcess server = start.apply(port);
		try {
			GradioClient client = client("http://127.0.0.1:" + port);
			GradioJob<String> running = client.endpoint("/spell").inputs("abcdefghijklmnop").submit(String.class);
			await().atMost(LIMIT).until(() -> running.status().state() == State.ITERATING);
			List<GradioJob<String>> waiting = Stream
				.generate(() -> client.endpoint("/spell").inputs("x").submit(String.class))
				.limit(10)
				.toList();
			await().atMost(LIMIT).until(() -> waiting.stream().allMatch((job) -> job.status().state() == State.QUEUED));
			server.kill();
			failure(ConnectionLostException.class, running.result());
			assertThat(running.outputs()).isNotEmpty().startsWith("a");
			waiting.forEach((job) -> failure(ConnectionLostException.class, job.result()));
			failure(GradioClientException.class, client.endpoint("/fast").inputs("x").retrieve(String.class));
			await().atMost(LIMIT).until(() -> Sockets.to(port) == 0);
			server = start.apply(port);
			assertThat(client.endpoint("/spell").inputs("abc").stream(String.class).collectList().block(LIMIT))
				.containsExactly("a", "ab", "abc");
		}
		finally {
			server.kill();
		}
	}

}
