package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class HeartbeatHandlerTests {

	private final TestServer server = new TestServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void beatsUntilTheClientLeaves() throws Exception {
		JsonNode recorded = Recording.load("heartbeat_route").response(0);
		HttpResponse<InputStream> answer = get(this.server.start());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("content-type"))
			.contains(recorded.get("headers").get("content-type").stringValue());
		try (InputStream body = answer.body()) {
			for (JsonNode beat : recorded.get("sse").values()) {
				String expected = "data: " + beat.stringValue() + "\n\n";
				assertThat(new String(body.readNBytes(expected.length()), StandardCharsets.US_ASCII))
					.isEqualTo(expected);
			}
		}
		StepVerifier.create(this.server.sessions.left.asFlux().take(1)).expectNext("hb1").verifyComplete();
	}

	@Test
	void endsWithTheApplication() throws Exception {
		HttpResponse<InputStream> answer = get(this.server.start());
		String beat = "data: ALIVE\n\n";
		assertThat(new String(answer.body().readNBytes(beat.length()), StandardCharsets.US_ASCII)).isEqualTo(beat);
		this.server.sessions.stop.tryEmitEmpty();
		assertThat(new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII).replace(beat, "")).isEmpty();
	}

	private static HttpResponse<InputStream> get(int port) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gradio_api/heartbeat/hb1")).build(),
					HttpResponse.BodyHandlers.ofInputStream());
	}

}
