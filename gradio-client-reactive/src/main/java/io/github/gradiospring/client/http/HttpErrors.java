package io.github.gradiospring.client.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.PayloadTooLargeException;
import io.github.gradiospring.client.error.QueueFullException;
import io.github.gradiospring.client.error.QuotaExceededException;
import io.github.gradiospring.client.error.ServerFailureException;
import io.github.gradiospring.client.error.UnknownEndpointException;
import io.github.gradiospring.client.error.ValidationException;
import io.github.gradiospring.client.error.ValidationException.Problem;
import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;

/** Makes the exceptions of this client out of answers and failures. */
public final class HttpErrors {

	private static final int MAX_TEXT = 500;

	private HttpErrors() {
	}

	/**
	 * The exception for an answer that is no success.
	 * @param response the answer; its body is read
	 * @return the exception, always
	 */
	public static Mono<GradioClientException> of(ClientResponse response) {
		return response.bodyToMono(String.class)
			.onErrorReturn("")
			.defaultIfEmpty("")
			.map((body) -> of(response.statusCode().value(), response.headers().asHttpHeaders(), body));
	}

	/**
	 * The exception for a failure of the connection.
	 * @param failure what happened
	 * @return the failure itself if it is one of this client's
	 */
	public static GradioClientException of(Throwable failure) {
		if (failure instanceof GradioClientException known) {
			return known;
		}
		if (failure.getCause() instanceof DataBufferLimitException || failure instanceof DataBufferLimitException) {
			return new ConnectionLostException(
					"The app sent a message that is larger than this client takes, see 'maxEventSize'.", failure);
		}
		if (failure instanceof CodecException) {
			return new ConnectionLostException("The app sent something that is no answer of Gradio.", failure);
		}
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		String reason = (cause instanceof TimeoutException) ? "the app is silent" : String.valueOf(cause.getMessage());
		return new ConnectionLostException("The connection to the app broke: " + reason, failure);
	}

	static GradioClientException of(int status, HttpHeaders headers, String body) {
		JsonNode detail = detail(body);
		String text = text(detail, body);
		return switch (status) {
			case 401, 403 -> new AuthenticationException(authentication(status, detail, text));
			case 404, 405 -> new UnknownEndpointException(text.isEmpty() ? "The app has no such route." : text);
			case 413 -> new PayloadTooLargeException(text.isEmpty() ? "The app takes no input of this size." : text);
			case 400, 422 -> validation(detail, text);
			case 429 -> new QuotaExceededException(text.isEmpty() ? "Too many requests." : text, retryAfter(headers));
			case 503 -> queueFull(headers, text);
			default -> new ServerFailureException(
					"The app answered with status " + status + (text.isEmpty() ? "." : ": " + text),
					HttpStatusCode.valueOf(status));
		};
	}

	private static String authentication(int status, JsonNode detail, String text) {
		String message = detail.path("auth_message").asString("");
		if (message.isEmpty()) {
			message = text;
		}
		String what = (status == 401) ? "The app wants a login" : "The app refuses access";
		return message.isEmpty() ? what + "." : what + ": " + message;
	}

	private static GradioClientException validation(JsonNode detail, String text) {
		List<Problem> problems = new ArrayList<>();
		if (detail.isArray()) {
			for (JsonNode one : detail) {
				if (one.path("is_valid").asBoolean(false)) {
					// A validator answers for each parameter
					continue;
				}
				problems.add(new Problem(parameter(one),
						abbreviate(one.path("message").asString(one.path("msg").asString("Invalid.")))));
			}
		}
		if (problems.isEmpty()) {
			problems.add(new Problem(null, text.isEmpty() ? "Invalid." : text));
		}
		StringBuilder message = new StringBuilder("The app refused the inputs");
		problems.forEach((problem) -> message.append("; ")
			.append((problem.parameter() != null) ? problem.parameter() + ": " : "")
			.append(problem.message()));
		return new ValidationException(message.toString().replaceFirst(";", ":"), problems);
	}

	private static @Nullable String parameter(JsonNode problem) {
		String name = problem.path("parameter_name").asString("");
		if (name.isEmpty() && problem.path("loc").isArray()) {
			List<String> path = new ArrayList<>();
			problem.path("loc").forEach((part) -> path.add(part.asString("")));
			name = String.join(".", path);
		}
		return name.isEmpty() ? null : name;
	}

	private static GradioClientException queueFull(HttpHeaders headers, String text) {
		Duration retryAfter = retryAfter(headers);
		return new QueueFullException(text.isEmpty() ? "The app takes no calls now." : text,
				(retryAfter != null) ? retryAfter : QueueFullException.UNKNOWN_RETRY);
	}

	private static @Nullable Duration retryAfter(HttpHeaders headers) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		try {
			return (value != null) ? Duration.ofSeconds(Long.parseLong(value.strip())) : null;
		}
		catch (NumberFormatException ex) {
			// A date, which no Gradio server sends
			return null;
		}
	}

	private static JsonNode detail(String body) {
		try {
			return GradioProtocol.jsonMapper().readTree(body).path("detail");
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private static String text(JsonNode detail, String body) {
		if (detail.isMissingNode()) {
			// Pages of proxies tell a caller nothing
			return body.stripLeading().startsWith("<") ? "" : abbreviate(body.strip());
		}
		return abbreviate(detail.isString() ? detail.asString() : detail.path("message").asString(""));
	}

	private static String abbreviate(String text) {
		return (text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + "..." : text;
	}

}
