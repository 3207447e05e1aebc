package io.github.gradiospring.interop.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.error.ApplicationErrorException;
import io.github.gradiospring.client.error.PayloadTooLargeException;
import io.github.gradiospring.client.error.QueueFullException;
import io.github.gradiospring.client.error.ValidationException;
import io.github.gradiospring.client.file.FileInput;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases 23 to 25: a type for each kind of failure, and a client that goes on. */
abstract class ErrorCases extends ClientCases {

	ErrorCases(Server server) {
		super(server);
	}

	@Test
	void case23_applicationError() {
		GradioClient client = client(Profile.MAIN);
		ApplicationErrorException error = failure(ApplicationErrorException.class,
				client.endpoint("/gr_error").inputs("x").retrieve(String.class));
		assertThat(error).hasMessage("Bad input: x");
		assertThat(error.getTitle()).isEqualTo("Custom title");
		assertThat(error.getDuration()).isEqualTo(Duration.ofSeconds(5));
		assertThat(error.isVisible()).isFalse();
		assertThat(error.isHidden()).isFalse();
		stillWorks(client, "/fast", "x", "fast:x");
	}

	@Test
	void case23_errorOfTheFunctionItself() {
		GradioClient client = client(Profile.MAIN);
		ApplicationErrorException error = failure(ApplicationErrorException.class,
				client.endpoint("/plain_error").inputs("x").retrieve(String.class));
		assertThat(error).hasMessage("plain failure: x");
		assertThat(error.isHidden()).isFalse();
		stillWorks(client, "/fast", "x", "fast:x");
	}

	@Test
	void case23_hiddenError() {
		GradioClient client = client(Profile.LIMITS);
		for (String endpoint : List.of("/plain_error", "/generator_plain_error")) {
			ApplicationErrorException error = failure(ApplicationErrorException.class,
					client.endpoint(endpoint).inputs("x").retrieve(String.class));
			assertThat(error.isHidden()).isTrue();
			assertThat(error.getMessage()).isNotBlank().doesNotContain("secret detail").isNotEqualTo("null");
		}
		assertThat(failure(ApplicationErrorException.class,
				client.endpoint("/gr_error").inputs("x").retrieve(String.class)))
			.hasMessage("Custom user-facing error message");
		stillWorks(client, "/slow", "Bob", "Hello Bob");
	}

	@Test
	void case24_queueFull() {
		GradioClient client = client(Profile.LIMITS);
		List<GradioJob<String>> jobs = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			jobs.add(client.endpoint("/slow").inputs("n" + i).submit(String.class));
		}
		List<Object> ends = Flux.fromIterable(jobs)
			.flatMapSequential(
					(job) -> job.result().cast(Object.class).onErrorResume((error) -> Flux.just(error).next()))
			.collectList()
			.block(LIMIT);
		assertThat(ends).hasSize(4).filteredOn(QueueFullException.class::isInstance).isNotEmpty().allSatisfy((end) -> {
			QueueFullException error = (QueueFullException) end;
			assertThat(error).hasMessageContaining("Queue is full");
			assertThat(error.getRetryAfter()).isPositive();
		});
		assertThat(ends).filteredOn(String.class::isInstance)
			.isNotEmpty()
			.allSatisfy((end) -> assertThat((String) end).startsWith("Hello n"));
		assertThat(ends).allMatch((end) -> end instanceof String || end instanceof QueueFullException);
		stillWorks(client, "/slow", "Bob", "Hello Bob");
	}

	@Test
	void case24_validator() {
		GradioClient client = client(Profile.MAIN);
		ValidationException error = failure(ValidationException.class,
				client.endpoint("/validate_age").inputs(5).retrieve(String.class));
		assertThat(error.getProblems()).containsExactly(new ValidationException.Problem("age", "Age must be over 18"));
		assertThat(error).hasMessageContaining("Age must be over 18");
		stillWorks(client, "/validate_age", 20, "welcome 20");
	}

	@Test
	void case24_wrongValueIsAnErrorOfTheFunction() {
		GradioClient client = client(Profile.MAIN);
		assertThat(
				failure(ApplicationErrorException.class, client.endpoint("/bounded").inputs(11).retrieve(Double.class)))
			.hasMessageContaining("maximum value 10");
		assertThat(failure(ApplicationErrorException.class,
				client.endpoint("/calculator").inputs(1, "power", 2).retrieve(Double.class)))
			.hasMessageContaining("is not in the list of choices");
		failure(ApplicationErrorException.class,
				client.endpoint("/calculator").inputs("one", "add", 2).retrieve(Double.class));
		stillWorks(client, "/fast", "x", "fast:x");
	}

	@Test
	void case24_tooLargeForTheServer() {
		GradioClient client = client(Profile.LIMITS);
		Flux<DataBuffer> content = Flux.range(0, 20)
			.map((i) -> DefaultDataBufferFactory.sharedInstance
				.wrap("x".repeat(1024).getBytes(StandardCharsets.UTF_8)));
		failure(PayloadTooLargeException.class,
				client.endpoint("/upload_small").inputs(FileInput.of("big.txt", content)).retrieve(String.class));
		stillWorks(client, "/upload_small", "small".getBytes(StandardCharsets.UTF_8), "Upload successful");
	}

}
