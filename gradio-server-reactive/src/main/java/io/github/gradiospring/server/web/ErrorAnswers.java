package io.github.gradiospring.server.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.file.FileNotAllowedException;
import io.github.gradiospring.server.file.FileStoreFullException;
import io.github.gradiospring.server.file.FileTooLargeException;
import io.github.gradiospring.server.file.InvalidFilenameException;
import io.github.gradiospring.server.queue.QueueFullException;
import io.github.gradiospring.server.queue.QueueStoppedException;
import io.github.gradiospring.server.session.TooManySessionsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns the errors that callers can understand into answers. The detail is a text, but a
 * list of objects with status 422, which is what Python's client iterates over. All other
 * errors are left to the error handling of the application.
 */
final class ErrorAnswers {

	private ErrorAnswers() {
	}

	static HandlerFunction<ServerResponse> guard(HandlerFunction<ServerResponse> handler) {
		return (request) -> {
			try {
				return handler.handle(request).onErrorResume(ErrorAnswers::answer);
			}
			catch (RuntimeException ex) {
				return answer(ex);
			}
		};
	}

	static Mono<ServerResponse> answer(Throwable error) {
		if (error instanceof InvalidBodyException invalid) {
			return Responses.detail(HttpStatus.UNPROCESSABLE_CONTENT, invalid.problems());
		}
		if (error instanceof InvalidInputException invalid) {
			return Responses.detail(HttpStatus.UNPROCESSABLE_CONTENT, Validation.of(invalid));
		}
		if (error instanceof FileTooLargeException) {
			return Responses.text(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(error.getMessage()));
		}
		if (error instanceof ResponseStatusException status) {
			return Responses.detail(status.getStatusCode(), String.valueOf(status.getReason()));
		}
		if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
			// Nobody reads it, and it is no error of the application
			return ServerResponse.badRequest().build();
		}
		HttpStatusCode status = status(error);
		return (status != null) ? Responses.detail(status, String.valueOf(error.getMessage())) : Mono.error(error);
	}

	private static @Nullable HttpStatusCode status(Throwable error) {
		if (error instanceof QueueFullException || error instanceof QueueStoppedException
				|| error instanceof TooManySessionsException || error instanceof FileStoreFullException) {
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		if (error instanceof FileNotAllowedException) {
			return HttpStatus.FORBIDDEN;
		}
		if (error instanceof InvalidFilenameException) {
			return HttpStatus.BAD_REQUEST;
		}
		return (error instanceof DataBufferLimitException) ? HttpStatus.CONTENT_TOO_LARGE : null;
	}

	/**
	 * A parameter that is not valid.
	 *
	 * @param type {@code validate}
	 * @param isValid {@code false}
	 * @param message what is wrong
	 * @param parameterName the parameter
	 */
	record Validation(@JsonProperty("__type__") String type, @JsonProperty("is_valid") boolean isValid, String message,
			@JsonProperty("parameter_name") String parameterName) {

		static List<Validation> of(InvalidInputException error) {
			return error.parameters()
				.stream()
				.map((parameter) -> new Validation("validate", false, parameter.message(), parameter.name()))
				.toList();
		}

	}

}
