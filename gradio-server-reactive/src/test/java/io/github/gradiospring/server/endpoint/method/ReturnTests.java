package io.github.gradiospring.server.endpoint.method;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.GradioException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.NullNode;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What methods may return. */
class ReturnTests {

	private final EndpointFixture fixture = EndpointFixture.of(Returns.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource({ "value", "optional", "mono", "stage", "future" })
	void oneResult(String name) {
		Endpoint endpoint = this.fixture.endpoint(name);
		assertThat(endpoint.generator()).isFalse();
		assertThat(endpoint.outputs()).hasSize(1);
		assertThat(endpoint.outputs().get(0).name()).isEqualTo("output");
		assertThat(endpoint.outputs().get(0).binding().component().type()).isEqualTo("textbox");
		assertThat(this.fixture.rows(name)).containsExactly(List.of(json("result")));
	}

	@ParameterizedTest
	@CsvSource({ "flux", "publisher", "stream", "iterator" })
	void severalResults(String name) {
		Endpoint endpoint = this.fixture.endpoint(name);
		assertThat(endpoint.generator()).isTrue();
		assertThat(endpoint.outputs().get(0).binding().component().type()).isEqualTo("textbox");
		assertThat(this.fixture.values(name)).containsExactly(json("a"), json("ab"));
	}

	@Test
	void intStream() {
		assertThat(this.fixture.endpoint("ints").outputs().get(0).binding().component().type()).isEqualTo("number");
		assertThat(this.fixture.values("ints")).containsExactly(json(0), json(1), json(2));
	}

	@Test
	void nullsInStreamAreResults() {
		assertThat(this.fixture.values("nulls")).containsExactly(json("a"), NullNode.getInstance(), json("b"));
	}

	@ParameterizedTest
	@CsvSource({ "nothing", "monoOfNothing", "stageOfNothing", "boxedNothing" })
	void noOutput(String name) {
		assertThat(this.fixture.endpoint(name).outputs()).isEmpty();
		assertThat(this.fixture.endpoint(name).generator()).isFalse();
		assertThat(this.fixture.rows(name)).containsExactly(List.of());
	}

	@ParameterizedTest
	@CsvSource({ "nullValue", "emptyOptional", "emptyMono", "nullMono", "nullStage" })
	void nothingToReturnIsNull(String name) {
		assertThat(this.fixture.rows(name)).containsExactly(List.of(NullNode.getInstance()));
	}

	@ParameterizedTest
	@CsvSource({ "emptyFlux", "emptyStream", "nullStream" })
	void generatorWithoutResultEnds(String name) {
		assertThat(this.fixture.rows(name)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "fail", "failChecked", "failingMono", "failingStage", "failingStream" })
	void exceptionsPassUntouched(String name) {
		StepVerifier.create(this.fixture.flux(name))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isSameAs(this.fixture.context.getBean(Returns.class).failure(name)))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void failureAfterResults() {
		StepVerifier.create(this.fixture.flux("fluxThatFails"))
			.expectNext(List.of(json("Foo")))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(GradioException.class))
			.verify(EndpointFixture.TIMEOUT);
	}

	@ParameterizedTest
	@CsvSource({ "overflow", "overflowInStream", "missingClass" })
	void errorsThatReactorSwallowsEndTheCall(String name) {
		StepVerifier.create(this.fixture.flux(name))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class).cause().isInstanceOf(Error.class))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void streamIsClosedAtItsEnd() throws InterruptedException {
		this.fixture.rows("stream");
		assertThat(this.fixture.context.getBean(Returns.class).closed.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void backpressureReachesTheSource() {
		Returns bean = this.fixture.context.getBean(Returns.class);
		StepVerifier.create(this.fixture.flux("counted"), 2)
			.expectNextCount(2)
			.then(() -> assertThat(bean.produced).hasValue(2))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(bean.produced).hasValue(3))
			.thenCancel()
			.verify(EndpointFixture.TIMEOUT);
	}

	static class Returns {

		final CountDownLatch closed = new CountDownLatch(1);

		final AtomicInteger produced = new AtomicInteger();

		private final GradioException failure = new GradioException("failed");

		private final Exception checked = new Exception("failed");

		Exception failure(String name) {
			return name.equals("failChecked") ? this.checked : this.failure;
		}

		@GradioEndpoint
		String value() {
			return "result";
		}

		@GradioEndpoint
		Optional<String> optional() {
			return Optional.of("result");
		}

		@GradioEndpoint
		Mono<String> mono() {
			return Mono.just("result");
		}

		@GradioEndpoint
		CompletionStage<String> stage() {
			return CompletableFuture.supplyAsync(() -> "result");
		}

		@GradioEndpoint
		CompletableFuture<String> future() {
			return CompletableFuture.completedFuture("result");
		}

		@GradioEndpoint
		Flux<String> flux() {
			return Flux.just("a", "ab");
		}

		@GradioEndpoint
		Publisher<String> publisher() {
			return Flux.just("a", "ab");
		}

		@GradioEndpoint
		Stream<String> stream() {
			return Stream.of("a", "ab").onClose(this.closed::countDown);
		}

		@GradioEndpoint
		Iterator<String> iterator() {
			return List.of("a", "ab").iterator();
		}

		@GradioEndpoint
		IntStream ints() {
			return IntStream.range(0, 3);
		}

		@GradioEndpoint
		Stream<String> nulls() {
			return Stream.of("a", null, "b");
		}

		@GradioEndpoint
		void nothing() {
		}

		@GradioEndpoint
		Void boxedNothing() {
			return null;
		}

		@GradioEndpoint
		Mono<Void> monoOfNothing() {
			return Mono.empty();
		}

		@GradioEndpoint
		CompletionStage<Void> stageOfNothing() {
			return CompletableFuture.completedFuture(null);
		}

		@GradioEndpoint
		String nullValue() {
			return null;
		}

		@GradioEndpoint
		Optional<String> emptyOptional() {
			return Optional.empty();
		}

		@GradioEndpoint
		Mono<String> emptyMono() {
			return Mono.empty();
		}

		@GradioEndpoint
		Mono<String> nullMono() {
			return null;
		}

		@GradioEndpoint
		CompletionStage<String> nullStage() {
			return CompletableFuture.completedFuture(null);
		}

		@GradioEndpoint
		Flux<String> emptyFlux() {
			return Flux.empty();
		}

		@GradioEndpoint
		Stream<String> emptyStream() {
			return Stream.empty();
		}

		@GradioEndpoint
		Stream<String> nullStream() {
			return null;
		}

		@GradioEndpoint
		String fail() {
			throw this.failure;
		}

		@GradioEndpoint
		String failChecked() throws Exception {
			throw this.checked;
		}

		@GradioEndpoint
		Mono<String> failingMono() {
			return Mono.error(this.failure);
		}

		@GradioEndpoint
		CompletionStage<String> failingStage() {
			return CompletableFuture.failedFuture(this.failure);
		}

		@GradioEndpoint
		Stream<String> failingStream() {
			return Stream.generate(() -> {
				throw this.failure;
			});
		}

		@GradioEndpoint
		Flux<String> fluxThatFails() {
			return Flux.just("Foo").concatWith(Mono.error(this.failure));
		}

		@GradioEndpoint
		String overflow() {
			return overflow() + "!";
		}

		@GradioEndpoint
		Stream<String> overflowInStream() {
			return Stream.generate(this::overflow);
		}

		@GradioEndpoint
		String missingClass() {
			throw new NoClassDefFoundError("com/acme/Missing");
		}

		@GradioEndpoint
		Stream<Integer> counted() {
			return Stream.generate(this.produced::incrementAndGet);
		}

	}

}
