package io.github.gradiospring.server.web;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Receives bodies whole, before anything is answered, and reads them as JSON.
 */
final class RequestBodies {

	private static final ObjectReader READER = GradioProtocol.jsonMapper()
		.readerFor(JsonNode.class)
		.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

	private final int maxSize;

	RequestBodies(int maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Reads a body as JSON.
	 * @param request the request
	 * @return the value; or {@link InvalidBodyException} for what is not JSON, and
	 * {@link org.springframework.core.io.buffer.DataBufferLimitException} for what is too
	 * large
	 */
	Mono<JsonNode> json(ServerRequest request) {
		return bytes(request).defaultIfEmpty(new byte[0]).map((body) -> parse(request, body));
	}

	/** Receives a body and forgets it. */
	Mono<Void> skip(ServerRequest request) {
		return request.exchange().getRequest().getBody().doOnNext(DataBufferUtils::release).then();
	}

	private Mono<byte[]> bytes(ServerRequest request) {
		return DataBufferUtils.join(request.exchange().getRequest().getBody(), this.maxSize).map((buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return bytes;
		});
	}

	private static JsonNode parse(ServerRequest request, byte[] body) {
		if (body.length == 0) {
			throw new InvalidBodyException(
					InvalidBodyException.Problem.missing(List.of("body"), JsonNodeFactory.instance.nullNode()));
		}
		if (!isJson(request.exchange().getRequest().getHeaders())) {
			// As Gradio does: a form of another site cannot send application/json
			throw BodyFields.notAnObject(JsonNodeFactory.instance.stringNode(BodyFields.excerpt(body)));
		}
		try {
			return READER.readValue(body);
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			long offset = (location != null) ? Math.max(0, location.getByteOffset()) : 0;
			throw new InvalidBodyException(
					new InvalidBodyException.Problem("json_invalid", List.of("body", offset), "JSON decode error",
							JsonNodeFactory.instance.objectNode(), Map.of("error", ex.getOriginalMessage())));
		}
	}

	private static boolean isJson(HttpHeaders headers) {
		String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		if (type == null) {
			return true;
		}
		int end = type.indexOf(';');
		String mediaType = ((end < 0) ? type : type.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
		return mediaType.equals("application/json")
				|| (mediaType.startsWith("application/") && mediaType.endsWith("+json"));
	}

}
