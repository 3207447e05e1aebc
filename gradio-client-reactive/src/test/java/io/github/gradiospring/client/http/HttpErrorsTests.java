package io.github.gradiospring.client.http;

import java.io.IOException;
import java.time.Duration;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class HttpErrorsTests {

	@ParameterizedTest
	@CsvSource({ "401, AuthenticationException", "403, AuthenticationException", "404, UnknownEndpointException",
			"405, UnknownEndpointException", "413, PayloadTooLargeException", "400, ValidationException",
			"422, ValidationException", "429, QuotaExceededException", "503, QueueFullException",
			"500, ServerFailureException", "502, ServerFailureException" })
	void eachStatusHasItsException(int status, String type) {
		GradioClientException error = HttpErrors.of(status, new HttpHeaders(), "{\"detail\": \"the reason\"}");
		assertThat(error.getClass().getSimpleName()).isEqualTo(type);
		assertThat(error).hasMessageContaining("the reason");
	}

	@Test
	void whatTheAppSaysOfALogin() {
		assertThat(HttpErrors.of(401, new HttpHeaders(), """
				{"detail": {"error": "Not authenticated", "auth_message": "Please log in"}}"""))
			.isInstanceOf(AuthenticationException.class)
			.hasMessage("The app wants a login: Please log in");
	}

	@Test
	void whichParameterIsInvalid() {
		ValidationException error = (ValidationException) HttpErrors.of(422, new HttpHeaders(), """
				{"detail": [{"__type__": "validate", "is_valid": true, "message": "", "parameter_name": "name"},
				{"__type__": "validate", "is_valid": false, "message": "Age must be over 18",
				"parameter_name": "age"}]}""");
		assertThat(error.getProblems()).containsExactly(new Problem("age", "Age must be over 18"));
		assertThat(error).hasMessage("The app refused the inputs: age: Age must be over 18");
	}

	@Test
	void whichFieldOfTheBodyIsInvalid() {
		ValidationException error = (ValidationException) HttpErrors.of(422, new HttpHeaders(), """
				{"detail": [{"type": "missing", "loc": ["body", "data"], "msg": "Field required"}]}""");
		assertThat(error.getProblems()).containsExactly(new Problem("body.data", "Field required"));
	}

	@Test
	void whenToTryAgain() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, "7");
		assertThat(((QueueFullException) HttpErrors.of(503, headers, "")).getRetryAfter())
			.isEqualTo(Duration.ofSeconds(7));
		assertThat(((QuotaExceededException) HttpErrors.of(429, headers, "")).getRetryAfter())
			.isEqualTo(Duration.ofSeconds(7));
		assertThat(((QueueFullException) HttpErrors.of(503, new HttpHeaders(), "")).getRetryAfter()).isPositive();
		assertThat(((QuotaExceededException) HttpErrors.of(429, new HttpHeaders(), "")).getRetryAfter()).isNull();
	}

	@Test
	void thePageOfAProxySaysNothing() {
		GradioClientException error = HttpErrors.of(502, new HttpHeaders(), "<html>Bad gateway, secret host</html>");
		assertThat(error).hasMessage("The app answered with status 502.");
		assertThat(((ServerFailureException) error).getStatus().value()).isEqualTo(502);
	}

	@Test
	void longTextsAreCut() {
		assertThat(HttpErrors.of(404, new HttpHeaders(), "x".repeat(5_000)).getMessage()).hasSizeLessThan(600);
		assertThat(HttpErrors.of(413, new HttpHeaders(), "")).isInstanceOf(PayloadTooLargeException.class);
		assertThat(HttpErrors.of(404, new HttpHeaders(), "")).isInstanceOf(UnknownEndpointException.class);
	}

	@Test
	void otherFailuresAreThoseOfTheConnection() {
		GradioClientException known = new ConnectionLostException("known");
		assertThat(HttpErrors.of(known)).isSameAs(known);
		assertThat(HttpErrors.of(new IOException("reset"))).isInstanceOf(ConnectionLostException.class)
			.hasMessageContaining("reset");
	}

}
