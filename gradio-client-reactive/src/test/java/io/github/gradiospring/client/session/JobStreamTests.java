package io.github.gradiospring.client.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.QueueFullException;
import io.github.gradiospring.client.http.DefaultGradioHttp;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessStarts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a server that speaks the first of the protocols, from a script. */
class JobStreamTests {

	private static final String ASK = """
			{"msg": "estimation", "rank": 0, "queue_size": 1, "rank_eta": 0.5}
			{"msg": "heartbeat"}
			{"msg": "send_data", "event_id": "e1"}
			""";

	private static final String ANSWER = """
			{"msg": "process_starts", "event_id": "e1"}
			{"msg": "process_completed", "event_id": "e1", "output": {"data": ["hi"]}, "success": true}
			""";

	private final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();

	private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

	private Flux<String> script = Flux.empty();

	private DisposableServer server;

	@BeforeEach
	void start() {
		this.server = HttpServer.create().port(0).route((routes) -> {
			routes.get("/queue/join", (request, response) -> {
				this.asked.add(request.uri());
				return response.sse()
					.sendString(Flux.defer(() -> this.script)
						.flatMapIterable((text) -> text.lines().toList())
						.map((line) -> "data: " + line + "\n\n"));
			});
			routes.post("/queue/data",
					(request, response) -> request.receive()
						.aggregate()
						.asString()
						.doOnNext((body) -> this.sent.add(GradioProtocol.jsonMapper().readTree(body)))
						.then(response.sendString(Mono.just("{\"success\": true}")).then()));
		}).bindNow();
	}

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	@Test
	void sendsTheInputsWhenTheAppAsksForThem() throws InterruptedException {
		this.script = Flux.just(ASK, ANSWER);
		StepVerifier.create(stream().messages())
			.expectNextMatches(Estimation.class::isInstance)
			.expectNextMatches(ProcessStarts.class::isInstance)
			.expectNextMatches(ProcessCompleted.class::isInstance)
			.verifyComplete();
		assertThat(this.asked.take()).isEqualTo("/queue/join?fn_index=3&session_hash=s1");
		JsonNode body = this.sent.take();
		assertThat(body.path("event_id").asString()).isEqualTo("e1");
		assertThat(body.path("data")).isEqualTo(GradioProtocol.jsonMapper().readTree("[\"hello\"]"));
		assertThat(body.path("fn_index").asInt()).isEqualTo(3);
	}

	@Test
	void aFullQueue() {
		this.script = Flux.just("{\"msg\": \"queue_full\"}");
		StepVerifier.create(stream().messages()).verifyError(QueueFullException.class);
	}

	@Test
	void anEndThatComesTooEarly() {
		this.script = Flux.just(ASK);
		StepVerifier.create(stream().messages()).expectNextCount(1).verifyError(ConnectionLostException.class);
	}

	@Test
	void silence() {
		this.script = Flux.just(ASK).concatWith(Flux.never());
		StepVerifier.create(stream().messages()).expectNextCount(1).verifyError(ConnectionLostException.class);
	}

	private JobStream stream() {
		DefaultGradioHttp http = DefaultGradioHttp.create(URI.create("http://127.0.0.1:" + this.server.port() + "/"),
				WebClient.builder(), null, (headers) -> {
				}, DataSize.ofMegabytes(1))
			.withApiPrefix("");
		AppEndpoint endpoint = new AppEndpoint(DependencyConfig.builder().id(3).build(), null, List.of(), List.of());
		return new JobStream(http, "s1", new JoinCall(endpoint, List.of(StringNode.valueOf("hello")), null),
				SessionOptions.defaults().withSilenceTimeout(Duration.ofMillis(500)));
	}

}
