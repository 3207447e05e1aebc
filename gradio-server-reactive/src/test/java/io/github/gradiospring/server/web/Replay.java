package io.github.gradiospring.server.web;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends a recorded request and compares the answer with the recorded one. */
final class Replay {

	/** Headers that are compared. */
	private static final Set<String> HEADERS = Set.of("content-type", "allow", "access-control-allow-credentials",
			"access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers",
			"access-control-max-age");

	private final WebTestClient client;

	private final Map<String, String> names;

	/**
	 * Prepares a replay.
	 * @param client the client
	 * @param names what to put in for parts of recorded requests, such as ids
	 */
	Replay(WebTestClient client, Map<String, String> names) {
		this.client = client;
		this.names = names;
	}

	/** Compares status, headers, and the body if it is JSON. */
	void verify(JsonNode step) {
		JsonNode recorded = step.get("response");
		EntityExchangeResult<byte[]> answer = send(step.get("request"));
		String description = step.toString();
		assertThat(answer.getStatus().value()).as(description).isEqualTo(recorded.get("status").intValue());
		recorded.path("headers").properties().forEach((header) -> {
			if (HEADERS.contains(header.getKey())) {
				assertThat(answer.getResponseHeaders().getFirst(header.getKey())).as(description)
					.isEqualTo(replaced(header.getValue().stringValue()));
			}
		});
		if (recorded.has("json") && !recorded.get("json").has("keys")) {
			Recording.assertMatches(recorded.get("json"), json(answer));
		}
		if (recorded.has("text") && answer.getResponseBody() != null) {
			assertThat(new String(answer.getResponseBody())).as(description)
				.isEqualTo(recorded.get("text").stringValue());
		}
	}

	EntityExchangeResult<byte[]> send(JsonNode request) {
		StringBuilder uri = new StringBuilder("http://127.0.0.1:7860" + replaced(request.get("path").stringValue()));
		request.path("query").properties().forEach((param) -> {
			uri.append((uri.indexOf("?") < 0) ? '?' : '&');
			uri.append(param.getKey()).append('=').append(param.getValue().asString());
		});
		WebTestClient.RequestBodySpec spec = this.client.method(HttpMethod.valueOf(request.get("method").stringValue()))
			.uri(URI.create(uri.toString()));
		if (request.has("json")) {
			spec.contentType(MediaType.APPLICATION_JSON).bodyValue(replaced(request.get("json").toString()));
		}
		else if (request.path("body").isString()) {
			spec.bodyValue(request.get("body").stringValue());
		}
		spec.headers((headers) -> request.path("headers")
			.properties()
			.forEach((header) -> headers.set(header.getKey(), replaced(header.getValue().stringValue()))));
		if (!request.path("headers").has("Host")) {
			spec.header(HttpHeaders.HOST, "127.0.0.1:7860");
		}
		return spec.exchange().expectBody().returnResult();
	}

	static JsonNode json(EntityExchangeResult<byte[]> answer) {
		return GradioProtocol.jsonMapper().readTree(answer.getResponseBody());
	}

	private String replaced(String text) {
		String replaced = text.replace("<port>", "7860");
		for (Map.Entry<String, String> name : this.names.entrySet()) {
			replaced = replaced.replace(name.getKey(), name.getValue());
		}
		return replaced;
	}

}
