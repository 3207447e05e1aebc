package io.github.gradiospring.server.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.session.ChannelClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class MessageStreamsTests {

	private final TestServer server = new TestServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "queue_success, 1", "queue_generator_text, 1", "queue_bad_requests, 10", "stream_time_limit, 4" })
	void streamsASession(String recording, int step) {
		this.server.log.put("s", TestLog.recorded(recording, step));
		String body = get("/gradio_api/queue/data?session_hash=s");
		List<JsonNode> messages = messages(body);
		assertThat(messages).hasSameSizeAs(Recording.load(recording).response(step).get("sse"));
		for (int i = 0; i < messages.size(); i++) {
			Recording.assertMatches(Recording.load(recording).response(step).get("sse").get(i), messages.get(i));
		}
		assertThat(body).startsWith("data: {\"msg\":\"estimation\",\"event_id\":\"").endsWith("\n\n");
	}

	@Test
	void tellsThatASessionIsUnknown() {
		assertThat(get("/gradio_api/queue/data?session_hash=never"))
			.isEqualTo("data: " + Recording.load("queue_session_not_found").response(0).get("sse").get(0) + "\n\n");
		assertThat(get("/gradio_api/call/greet/unknown")).isEqualTo("event: error\ndata: \"404: Not Found\"\n\n");
	}

	@Test
	void needsASession() {
		this.server.client()
			.get()
			.uri("/gradio_api/queue/data")
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.isEqualTo("{\"detail\":[{\"type\":\"missing\",\"loc\":[\"query\",\"session_hash\"],"
					+ "\"msg\":\"Field required\",\"input\":null}]}");
	}

	@ParameterizedTest
	@CsvSource({ "simple_complete, 1, queue_success, 1", "simple_generating, 1, queue_generator_text, 1" })
	void streamsACall(String recording, int step, String messages, int messageStep) {
		this.server.log.put("e", TestLog.recorded(messages, messageStep));
		assertThat(get("/gradio_api/call/x/e").split("\n\n"))
			.hasSameSizeAs(Recording.load(recording).response(step).get("sse"));
	}

	@Test
	void writesCallsAsPythonDoes() {
		ServerMessage[] messages = TestLog.recorded("queue_generator_text", 1);
		this.server.log.put("e", messages);
		assertThat(get("/gradio_api/call/x/e")).isEqualTo("""
				event: generating
				data: ["a"]

				event: generating
				data: ["ab"]

				event: generating
				data: ["abc"]

				event: complete
				data: ["abc"]

				""");
	}

	@Test
	void tellsThatAChannelWasClosed() {
		this.server.log.channels.put("s", Flux.error(new ChannelClosedException("The session has expired")));
		assertThat(get("/gradio_api/queue/data?session_hash=s")).contains("\"message\":\"The session has expired\"")
			.contains("\"session_not_found\":false");
		assertThat(get("/gradio_api/call/x/s")).isEqualTo("event: error\ndata: \"The session has expired\"\n\n");
	}

	@Test
	void sendsABatchInOneChunkAsSoonAsItIsThere() throws IOException {
		Sinks.Many<List<ServerMessage>> channel = this.server.log.open("s");
		try (Connection connection = new Connection(this.server.start())) {
			connection.get("/gradio_api/queue/data?session_hash=s");
			assertThat(connection.headers()).startsWith("HTTP/1.1 200 OK")
				.containsIgnoringCase("\ncontent-type: text/event-stream; charset=utf-8\n")
				.containsIgnoringCase("\ncache-control: no-cache\n")
				.containsIgnoringCase("\nx-accel-buffering: no\n")
				.containsIgnoringCase("\ntransfer-encoding: chunked\n");
			channel.tryEmitNext(List.of(estimation(0), estimation(1)));
			assertThat(connection.chunk()).isEqualTo(frame(0) + frame(1));
			channel.tryEmitNext(List.of(estimation(2)));
			assertThat(connection.chunk()).isEqualTo(frame(2));
			channel.tryEmitComplete();
			assertThat(connection.chunk()).isEqualTo("data: {\"msg\":\"close_stream\",\"event_id\":null}\n\n");
			assertThat(connection.chunk()).isEmpty();
		}
		assertThat(this.server.queue.abandonedNow).isEmpty();
	}

	@Test
	void sendsHeartbeatsWhileNothingHappens() throws IOException {
		this.server.options.heartbeatInterval(Duration.ofMillis(20));
		Sinks.Many<List<ServerMessage>> channel = this.server.log.open("s");
		this.server.log.open("e");
		int port = this.server.start();
		try (Connection connection = new Connection(port)) {
			connection.get("/gradio_api/queue/data?session_hash=s");
			connection.headers();
			String heartbeat = "data: {\"msg\":\"heartbeat\",\"event_id\":null}\n\n";
			assertThat(connection.chunk()).isEqualTo(heartbeat);
			assertThat(connection.chunk()).isEqualTo(heartbeat);
			channel.tryEmitNext(List.of(estimation(0)));
			String next = connection.chunk();
			while (next.equals(heartbeat)) {
				next = connection.chunk();
			}
			assertThat(next).isEqualTo(frame(0));
		}
		try (Connection connection = new Connection(port)) {
			connection.get("/gradio_api/call/x/e");
			connection.headers();
			assertThat(connection.chunk()).isEqualTo("event: heartbeat\ndata: null\n\n");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/gradio_api/queue/data?session_hash=s", "/gradio_api/call/x/s" })
	void givesUpTheCallsOfAClientThatLeaves(String path) throws IOException {
		Sinks.Many<List<ServerMessage>> channel = this.server.log.open("s");
		try (Connection connection = new Connection(this.server.start())) {
			connection.get(path);
			connection.headers();
		}
		StepVerifier.create(this.server.queue.abandoned.asFlux().take(1)).expectNext("s").verifyComplete();
		assertThat(channel.currentSubscriberCount()).isZero();
	}

	@Test
	void doesNotGiveUpCallsThatAnotherReaderTookOver() throws IOException {
		Sinks.Many<List<ServerMessage>> channel = this.server.log.open("s");
		try (Connection connection = new Connection(this.server.start())) {
			connection.get("/gradio_api/queue/data?session_hash=s");
			connection.headers();
			channel.tryEmitComplete();
			assertThat(connection.chunk()).contains("close_stream");
		}
		this.server.log.open("t");
		try (Connection connection = new Connection(this.server.start())) {
			connection.get("/gradio_api/queue/data?session_hash=t");
			connection.headers();
		}
		StepVerifier.create(this.server.queue.abandoned.asFlux().take(1)).expectNext("t").verifyComplete();
	}

	@Test
	void aClientThatDoesNotReadHoldsTheProducer() throws IOException {
		List<ServerMessage> batch = List.of(generating("x".repeat(256 * 1024)));
		this.server.log.channels.put("s", Flux.range(0, 1_000_000).map((i) -> batch));
		try (Connection connection = new Connection(this.server.start())) {
			connection.get("/gradio_api/queue/data?session_hash=s");
			connection.headers();
			long seen = -1;
			while (seen != this.server.log.requested.get()) {
				seen = this.server.log.requested.get();
				java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
			}
			// What the server and the sockets hold, far less than all
			assertThat(seen).isLessThan(300);
			connection.chunk();
		}
		StepVerifier.create(this.server.queue.abandoned.asFlux().take(1)).expectNext("s").verifyComplete();
	}

	private String get(String path) {
		return this.server.client()
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Content-Type", "text/event-stream; charset=utf-8")
			.returnResult(byte[].class)
			.getResponseBody()
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
			.reduce("", String::concat)
			.block();
	}

	private static List<JsonNode> messages(String body) {
		List<JsonNode> messages = new ArrayList<>();
		for (String frame : body.split("\n\n")) {
			assertThat(frame).startsWith("data: ").doesNotContain("\n");
			messages.add(GradioProtocol.jsonMapper().readTree(frame.substring(6)));
		}
		return messages;
	}

	private static ServerMessage estimation(int rank) {
		return new Estimation("e", rank, 3, null);
	}

	private static String frame(int rank) {
		return "data: {\"msg\":\"estimation\",\"event_id\":\"e\",\"rank\":%d,\"queue_size\":3,\"rank_eta\":null}\n\n"
			.formatted(rank);
	}

	private static ServerMessage generating(String text) {
		return new ProcessGenerating("e", OutputData.of(List.of(StringNode.valueOf(text)), true, 0.1, 0.1), true, null);
	}

	/** A client that sees the bytes. */
	private static final class Connection implements AutoCloseable {

		private final Socket socket;

		private final OutputStream out;

		private final InputStream in;

		Connection(int port) throws IOException {
			this.socket = new Socket("127.0.0.1", port);
			this.socket.setReceiveBufferSize(32 * 1024);
			this.socket.setTcpNoDelay(true);
			this.out = this.socket.getOutputStream();
			this.in = new BufferedInputStream(this.socket.getInputStream());
		}

		void get(String path) throws IOException {
			this.out
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		}

		String headers() throws IOException {
			StringBuilder headers = new StringBuilder();
			for (String line = line(); !line.isEmpty(); line = line()) {
				headers.append(line).append('\n');
			}
			return headers.toString();
		}

		String chunk() throws IOException {
			int length = Integer.parseInt(line(), 16);
			String chunk = new String(this.in.readNBytes(length), StandardCharsets.UTF_8);
			line();
			return chunk;
		}

		private String line() throws IOException {
			StringBuilder line = new StringBuilder();
			for (int c = this.in.read(); c != '\n'; c = this.in.read()) {
				assertThat(c).isNotNegative();
				line.append((char) c);
			}
			return line.toString().stripTrailing();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
