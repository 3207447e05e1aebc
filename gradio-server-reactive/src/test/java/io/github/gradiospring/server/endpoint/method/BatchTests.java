package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.GradioProgress;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Several calls that run as one. */
class BatchTests {

	private final EndpointFixture fixture = EndpointFixture.of(Batches.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource({ "plain", "mono", "stage" })
	void oneRowPerEvent(String name) {
		Endpoint endpoint = this.fixture.endpoint(name);
		assertThat(endpoint.generator()).isFalse();
		assertThat(endpoint.queue().batch()).isTrue();
		assertThat(endpoint.queue().maxBatchSize()).isEqualTo(16);
		assertThat(endpoint.inputs()).extracting((input) -> input.binding().component().type())
			.containsExactly("textbox", "number");
		assertThat(call(name, new Object[] { "a", 1 }, new Object[] { "b", 2 })).containsExactly(List.of(json("a:1")),
				List.of(json("b:2")));
	}

	@Test
	void batchOfOne() {
		assertThat(this.fixture.rows("plain", "a", 1)).containsExactly(List.of(json("a:1")));
	}

	@Test
	void everyCallerSeesProgress() {
		call("progress", new Object[] { "a" }, new Object[] { "b" });
		assertThat(this.fixture.reports.progress).hasSize(2);
	}

	@Test
	void nullsWhereElementsMayBeNull() {
		assertThat(call("nullable", new Object[] { null }, new Object[] { "b" })).containsExactly(List.of(json("none")),
				List.of(json("b")));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> call("plain", new Object[] { null, 1 }, new Object[] { "b", 2 }));
	}

	@Test
	void nothingReturned() {
		assertThat(call("nothing", new Object[] { "a" }, new Object[] { "b" }))
			.containsExactly(List.of(NullNode.getInstance()), List.of(NullNode.getInstance()));
	}

	@Test
	void wrongNumberOfResults() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> call("lossy", new Object[] { "a" }, new Object[] { "b" }))
			.withMessage("The batch endpoint /lossy was called with 2 values and returned 1 results");
	}

	private List<List<JsonNode>> call(String name, Object[]... events) {
		return this.fixture.batch(name, events).blockLast(EndpointFixture.TIMEOUT);
	}

	static class Batches {

		@GradioEndpoint(batch = true, maxBatchSize = 16)
		List<String> plain(List<String> texts, List<Integer> numbers) {
			return IntStream.range(0, texts.size()).mapToObj((i) -> texts.get(i) + ":" + numbers.get(i)).toList();
		}

		@GradioEndpoint(batch = true, maxBatchSize = 16)
		Mono<List<String>> mono(List<String> texts, List<Integer> numbers) {
			return Mono.fromSupplier(() -> plain(texts, numbers));
		}

		@GradioEndpoint(batch = true, maxBatchSize = 16)
		CompletionStage<List<String>> stage(List<String> texts, List<Integer> numbers) {
			return CompletableFuture.completedFuture(plain(texts, numbers));
		}

		@GradioEndpoint(batch = true)
		List<String> progress(List<String> texts, GradioProgress progress) {
			progress.report(1, "done");
			return texts;
		}

		@GradioEndpoint(batch = true)
		List<String> nullable(List<@Nullable String> texts) {
			return texts.stream().map((text) -> Optional.ofNullable(text).orElse("none")).toList();
		}

		@GradioEndpoint(batch = true)
		List<String> lossy(List<String> texts) {
			return texts.subList(0, 1);
		}

		@GradioEndpoint(batch = true)
		Mono<List<String>> nothing(List<String> texts) {
			return Mono.empty();
		}

	}

}
