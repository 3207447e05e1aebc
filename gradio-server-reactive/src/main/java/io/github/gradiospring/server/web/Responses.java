package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The short answers of the routes, with the exact headers of Gradio's. */
final class Responses {

	static final String JSON = "application/json";

	private static final String TEXT = "text/plain; charset=utf-8";

	private Responses() {
	}

	/** An answer of 200 with a value as JSON. */
	static Mono<ServerResponse> json(@Nullable Object value) {
		return json(HttpStatus.OK, value);
	}

	static Mono<ServerResponse> json(HttpStatusCode status, @Nullable Object value) {
		return json(status, value, (headers) -> {
		});
	}

	static Mono<ServerResponse> json(HttpStatusCode status, @Nullable Object value, Consumer<HttpHeaders> headers) {
		return bytes(status, JSON, GradioProtocol.jsonMapper().writeValueAsBytes(value), headers);
	}

	static Mono<ServerResponse> text(HttpStatusCode status, String text) {
		return bytes(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	static Mono<ServerResponse> html(String html) {
		return bytes(HttpStatus.OK, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
	}

	/** An error in the shape that both official clients read. */
	static Mono<ServerResponse> detail(HttpStatusCode status, Object detail) {
		return json(status, new Detail(detail));
	}

	static Mono<ServerResponse> notFound() {
		return detail(HttpStatus.NOT_FOUND, "Not Found");
	}

	static Mono<ServerResponse> bytes(HttpStatusCode status, String contentType, byte[] body) {
		return bytes(status, contentType, body, (headers) -> {
		});
	}

	private static Mono<ServerResponse> bytes(HttpStatusCode status, String contentType, byte[] body,
			Consumer<HttpHeaders> headers) {
		return body(ServerResponse.status(status).header(HttpHeaders.CONTENT_TYPE, contentType).headers(headers), body);
	}

	/** Adds the body, which a server leaves out of an answer to {@code HEAD}. */
	static Mono<ServerResponse> body(ServerResponse.BodyBuilder response, byte[] body) {
		return response.contentLength(body.length)
			.body((message, context) -> message.writeWith(Mono.fromSupplier(() -> message.bufferFactory().wrap(body))));
	}

	record Detail(Object detail) {
	}

}
