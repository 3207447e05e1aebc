package io.github.gradiospring.test.mock;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.CloseStream;
import io.github.gradiospring.protocol.message.Heartbeat;
import io.github.gradiospring.protocol.message.ServerMessage;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;

/** Speaks the protocol step by step, so that a test sees every message. */
final class WireClient {

	static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS = new ParameterizedTypeReference<>() {
	};

	private final WebClient http;

	WireClient(String url) {
		this.http = WebClient.create(url);
	}

	JsonNode get(String path) {
		String body = this.http.get().uri(path).retrieve().bodyToMono(String.class).block(PATIENCE);
		return GradioProtocol.jsonMapper().readTree(body);
	}

	byte[] bytes(String url) {
		return WebClient.create().get().uri(url).retrieve().bodyToMono(byte[].class).block(PATIENCE);
	}

	ResponseEntity<String> post(String path, Object body) {
		return this.http.post()
			.uri("/gradio_api" + path)
			.header("x-test", "yes")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(GradioProtocol.jsonMapper().writeValueAsString(body))
			.exchangeToMono((response) -> response.toEntity(String.class))
			.block(PATIENCE);
	}

	/** Uploads a file, and gives the path to name it by. */
	String upload(String name, byte[] content) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("files", content).filename(name);
		return this.http.post()
			.uri("/gradio_api/upload")
			.bodyValue(body.build())
			.retrieve()
			.bodyToMono(String.class)
			.map((answer) -> GradioProtocol.jsonMapper().readTree(answer).get(0).asString())
			.block(PATIENCE);
	}

	ResponseEntity<String> join(String session, int fnIndex, Object... data) {
		return post("/queue/join", Map.of("fn_index", fnIndex, "session_hash", session, "data", Arrays.asList(data)));
	}

	Flux<ServerMessage> messages(String session) {
		return this.http.get()
			.uri("/gradio_api/queue/data?session_hash={session}", session)
			.retrieve()
			.bodyToFlux(EVENTS)
			.map((event) -> GradioProtocol.jsonMapper().readValue(event.data(), ServerMessage.class))
			.filter((message) -> !(message instanceof Heartbeat || message instanceof CloseStream));
	}

	/** Joins, and waits for everything that the server says. */
	List<ServerMessage> call(String session, int fnIndex, Object... data) {
		ResponseEntity<String> joined = join(session, fnIndex, data);
		if (!joined.getStatusCode().is2xxSuccessful()) {
			throw new AssertionError(joined.toString());
		}
		return messages(session).collectList().block(PATIENCE);
	}

}
