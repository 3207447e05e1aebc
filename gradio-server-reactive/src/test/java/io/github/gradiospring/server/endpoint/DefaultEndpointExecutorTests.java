package io.github.gradiospring.server.endpoint;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.component.InvalidValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Where functions run, how they are cancelled and what becomes of their results. */
class DefaultEndpointExecutorTests {

	private static final String WORKER = EndpointFixture.WORKER;

	private static final ComponentBinding TEXT = new TextBinding(false);

	private final EndpointFixture fixture = EndpointFixture.of(Work.class);

	private final Work work = this.fixture.context.getBean(Work.class);

	/** Where requests and cancellations come from: a thread that must not block. */
	private final Scheduler eventLoop = Schedulers.newSingle("event-loop");

	@AfterEach
	void close() {
		this.eventLoop.dispose();
		this.fixture.close();
		Hooks.resetOnErrorDropped();
	}

	@ParameterizedTest
	@ValueSource(strings = { "value", "mono", "flux", "stream", "stage", "withState" })
	void everythingRunsOnWorkers(String name) {
		Object[] values = name.equals("withState") ? new Object[] { null } : new Object[0];
		StepVerifier.create(this.fixture.flux(name, values).subscribeOn(this.eventLoop).map((row) -> row.get(0)))
			.thenConsumeWhile((thread) -> true, (thread) -> assertThat(thread.stringValue()).startsWith(WORKER))
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void synchronousFluxProducesOnWorkersHoweverItIsAsked() {
		StepVerifier.create(this.fixture.flux("threads").publishOn(this.eventLoop, 1), 1)
			.assertNext((row) -> assertThat(row.get(0).stringValue()).startsWith(WORKER))
			.thenRequest(1)
			.assertNext((row) -> assertThat(row.get(0).stringValue()).startsWith(WORKER))
			.thenRequest(3)
			.expectNextCount(3)
			.thenCancel()
			.verify(EndpointFixture.TIMEOUT);
		assertThat(this.work.producers).allMatch((thread) -> thread.startsWith(WORKER));
	}

	@Test
	void endlessFluxDoesNotStarveAnotherOne() {
		Disposable endless = this.fixture.flux("endless").subscribeOn(this.eventLoop).subscribe();
		StepVerifier.create(this.fixture.flux("value").subscribeOn(this.eventLoop))
			.expectNextCount(1)
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
		endless.dispose();
	}

	@ParameterizedTest
	@ValueSource(strings = { "block", "blockInMono", "blockInFlux", "blockInStream" })
	void cancellingInterruptsTheBlockedThread(String name) throws Exception {
		AtomicReference<Throwable> dropped = new AtomicReference<>();
		Hooks.onErrorDropped(dropped::set);
		Disposable call = this.fixture.flux(name).subscribeOn(this.eventLoop).subscribe();
		await(this.work.blocked);
		this.eventLoop.schedule(call::dispose);
		await(this.work.interrupted);
		this.work.blocker.get().join(EndpointFixture.TIMEOUT.toMillis());
		// A Mono that the application made drops the error itself
		if (!name.equals("blockInMono")) {
			assertThat(dropped).hasNullValue();
		}
	}

	@Test
	void cancellingInterruptsAThreadOfAPool() throws Exception {
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setCorePoolSize(1);
		pool.initialize();
		DefaultEndpointExecutor executor = DefaultEndpointExecutor.builder()
			.worker(pool)
			.states(this.fixture.states)
			.files(new EndpointFixture.NoFiles())
			.build();
		Disposable call = executor.execute(this.fixture.endpoint("block"), List.of(this.fixture.event())).subscribe();
		await(this.work.blocked);
		call.dispose();
		await(this.work.interrupted);
		// The only thread is free again, and no longer interrupted
		StepVerifier.create(executor.execute(this.fixture.endpoint("isInterrupted"), List.of(this.fixture.event())))
			.expectNext(List.of(List.of(json(false))))
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
		pool.shutdown();
	}

	@Test
	void cancellingClosesAStreamInTheMiddleOfAStep() throws Exception {
		Disposable call = this.fixture.flux("blockInStream").subscribe();
		await(this.work.blocked);
		call.dispose();
		await(this.work.closed);
	}

	@Test
	void cancellingClosesAnIdleStreamOffTheEventLoop() throws Exception {
		CountDownLatch received = new CountDownLatch(1);
		BaseSubscriber<List<JsonNode>> subscriber = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				request(1);
			}

			@Override
			protected void hookOnNext(List<JsonNode> row) {
				received.countDown();
			}

		};
		this.fixture.flux("idleStream").subscribe(subscriber);
		await(received);
		this.work.blocker.get().join(EndpointFixture.TIMEOUT.toMillis());
		this.eventLoop.schedule(subscriber::dispose);
		await(this.work.closed);
		assertThat(this.work.closer.get()).doesNotStartWith("event-loop");
	}

	@Test
	void cancellingAStageCancelsIt() throws Exception {
		Disposable call = this.fixture.flux("pendingStage").subscribe();
		await(this.work.blocked);
		call.dispose();
		await(this.work.interrupted);
	}

	@Test
	void cancellingReachesTheFlux() throws Exception {
		Disposable call = this.fixture.flux("pendingFlux").subscribe();
		await(this.work.blocked);
		call.dispose();
		await(this.work.interrupted);
	}

	@Test
	void nothingHappensBeforeTheSubscription() {
		this.fixture.flux("count");
		assertThat(this.work.calls).hasValue(0);
		this.fixture.rows("count");
		assertThat(this.work.calls).hasValue(1);
	}

	@Test
	void contextOfTheSubscriberReachesTheFlux() {
		StepVerifier.create(this.fixture.flux("context").contextWrite((context) -> context.put("user", "ada")))
			.expectNext(List.of(json("ada")))
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void functionsMadeInCode() {
		assertRows(endpoint(output("a", TEXT), output("b", TEXT)), (call) -> Flux.just(List.of("x", "y")),
				List.of(json("x"), json("y")));
	}

	@Test
	void noResultIsANullPerOutput() {
		assertRows(endpoint(output("a", TEXT), output("b", TEXT)), (call) -> Flux.empty(),
				List.of(NullNode.getInstance(), NullNode.getInstance()));
	}

	@Test
	void tooFewResults() {
		Endpoint endpoint = endpoint(output("a", TEXT)).function((call) -> Flux.just(Collections.emptyList())).build();
		StepVerifier.create(this.fixture.executor.execute(endpoint, List.of(this.fixture.event())))
			.expectErrorMessage("The endpoint /code produced 0 results, fewer than it has outputs")
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void errorInAConversionEndsTheCall() {
		ComponentBinding broken = new TextBinding(false) {

			@Override
			public JsonNode write(Object value, ConversionContext context) {
				throw new StackOverflowError();
			}

		};
		Endpoint endpoint = endpoint(output("a", broken)).function((call) -> Flux.just(List.of("x"))).build();
		StepVerifier.create(this.fixture.executor.execute(endpoint, List.of(this.fixture.event())))
			.expectErrorSatisfies((ex) -> assertThat(ex).hasCauseInstanceOf(StackOverflowError.class))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void refusedValueFailsTheCall() {
		ComponentBinding refusing = new TextBinding(false) {

			@Override
			public Object read(JsonNode value, ConversionContext context) {
				throw new InvalidValueException("Value 11 is greater than maximum value 10.");
			}

		};
		Endpoint endpoint = endpoint().input(new EndpointInput("n", "", refusing, false, false, null, null))
			.function((call) -> Flux.empty())
			.build();
		StepVerifier.create(this.fixture.executor.execute(endpoint, List.of(this.fixture.event(11))))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidValueException.class)
				.hasMessage("Value 11 is greater than maximum value 10."))
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void conversionThatBlocksRunsOnAWorkerWhereverTheResultComesFrom() {
		AtomicReference<String> thread = new AtomicReference<>();
		ComponentBinding blocking = new TextBinding(true) {

			@Override
			public JsonNode write(Object value, ConversionContext context) {
				thread.set(Thread.currentThread().getName());
				return super.write(value, context);
			}

		};
		assertRows(endpoint(output("a", blocking)), (call) -> Flux.just(List.<Object>of("x")).publishOn(this.eventLoop),
				List.of(json("x")));
		assertThat(thread.get()).startsWith(WORKER);
	}

	@Test
	void urlOfFilesFollowsTheRequest() {
		AtomicReference<String> prefix = new AtomicReference<>();
		ComponentBinding binding = new TextBinding(false) {

			@Override
			public JsonNode write(Object value, ConversionContext context) {
				prefix.set(context.fileUrlPrefix());
				return super.write(value, context);
			}

		};
		assertRows(endpoint(output("a", binding)), (call) -> Flux.just(List.of("x")), List.of(json("x")));
		assertThat(prefix).hasValue("http://localhost:7860/gradio_api/file=");
	}

	@Test
	void rejectedWorkFailsTheCall() {
		SimpleAsyncTaskExecutor closed = new SimpleAsyncTaskExecutor();
		closed.setTaskTerminationTimeout(1);
		closed.close();
		DefaultEndpointExecutor executor = DefaultEndpointExecutor.builder()
			.worker(closed)
			.states(this.fixture.states)
			.files(new EndpointFixture.NoFiles())
			.build();
		StepVerifier.create(executor.execute(this.fixture.endpoint("value"), List.of(this.fixture.event())))
			.expectError(RejectedExecutionException.class)
			.verify(EndpointFixture.TIMEOUT);
	}

	@Test
	void builderNeedsEverything() {
		assertThatIllegalArgumentException().isThrownBy(() -> DefaultEndpointExecutor.builder().build())
			.withMessage("An executor needs a worker");
	}

	private void assertRows(Endpoint.Builder builder, EndpointFunction function, List<JsonNode> row) {
		StepVerifier
			.create(this.fixture.executor.execute(builder.function(function).build(), List.of(this.fixture.event())))
			.expectNext(List.of(row))
			.expectComplete()
			.verify(EndpointFixture.TIMEOUT);
	}

	private static Endpoint.Builder endpoint(EndpointOutput... outputs) {
		Endpoint.Builder builder = Endpoint.builder("code");
		for (EndpointOutput output : outputs) {
			builder.output(output);
		}
		return builder;
	}

	private static EndpointOutput output(String name, ComponentBinding binding) {
		return new EndpointOutput(name, "", binding, null);
	}

	private static void await(CountDownLatch latch) throws InterruptedException {
		assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
	}

	private static class TextBinding implements ComponentBinding {

		private final boolean blocking;

		TextBinding(boolean blocking) {
			this.blocking = blocking;
		}

		@Override
		public ComponentDescription component() {
			return ComponentDescription.builder("textbox").build();
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			return value.asString();
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return StringNode.valueOf((String) value);
		}

		@Override
		public boolean blocking() {
			return this.blocking;
		}

	}

	static class Work {

		final CountDownLatch blocked = new CountDownLatch(1);

		final CountDownLatch interrupted = new CountDownLatch(1);

		final CountDownLatch closed = new CountDownLatch(1);

		final AtomicReference<String> closer = new AtomicReference<>();

		final AtomicReference<Thread> blocker = new AtomicReference<>();

		final AtomicInteger calls = new AtomicInteger();

		final List<String> producers = new CopyOnWriteArrayList<>();

		private static String thread() {
			return Thread.currentThread().getName();
		}

		private String blockHere() {
			this.blocker.set(Thread.currentThread());
			this.blocked.countDown();
			try {
				new CountDownLatch(1).await();
				return "never";
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
				throw new IllegalStateException(ex);
			}
		}

		@GradioEndpoint
		String value() {
			return thread();
		}

		@GradioEndpoint
		Mono<String> mono() {
			String invoked = thread();
			return Mono.fromSupplier(() -> invoked.startsWith(WORKER) ? thread() : invoked);
		}

		@GradioEndpoint
		Flux<String> flux() {
			return Flux.generate((sink) -> {
				this.producers.add(thread());
				sink.next(thread());
				if (this.producers.size() == 3) {
					sink.complete();
				}
			});
		}

		@GradioEndpoint
		Stream<String> stream() {
			return Stream.generate(Work::thread).limit(3);
		}

		@GradioEndpoint
		CompletionStage<String> stage() {
			return CompletableFuture.completedFuture(thread());
		}

		@GradioEndpoint
		String withState(@GradioState("thread") int state) {
			return thread();
		}

		@GradioEndpoint
		Flux<String> threads() {
			return Flux.generate((sink) -> {
				this.producers.add(thread());
				sink.next(thread());
			});
		}

		@GradioEndpoint
		Flux<Integer> endless() {
			return Flux.range(0, Integer.MAX_VALUE).repeat();
		}

		@GradioEndpoint
		String block() {
			return blockHere();
		}

		@GradioEndpoint
		Mono<String> blockInMono() {
			return Mono.fromCallable(this::blockHere);
		}

		@GradioEndpoint
		Flux<String> blockInFlux() {
			return Flux.generate((sink) -> sink.next(blockHere()));
		}

		@GradioEndpoint
		Stream<String> blockInStream() {
			return Stream.generate(this::blockHere).onClose(this.closed::countDown);
		}

		@GradioEndpoint
		Stream<String> idleStream() {
			this.blocker.set(Thread.currentThread());
			return Stream.generate(Work::thread).onClose(() -> {
				this.closer.set(thread());
				this.closed.countDown();
			});
		}

		@GradioEndpoint
		boolean isInterrupted() {
			return Thread.currentThread().isInterrupted();
		}

		@GradioEndpoint
		CompletionStage<String> pendingStage() {
			CompletableFuture<String> future = new CompletableFuture<>();
			future.whenComplete((value, ex) -> this.interrupted.countDown());
			this.blocked.countDown();
			return future;
		}

		@GradioEndpoint
		Flux<String> pendingFlux() {
			return Sinks.many()
				.unicast()
				.<String>onBackpressureBuffer()
				.asFlux()
				.doOnSubscribe((subscription) -> this.blocked.countDown())
				.doOnCancel(this.interrupted::countDown);
		}

		@GradioEndpoint
		void count() {
			this.calls.incrementAndGet();
		}

		@GradioEndpoint
		Flux<String> context() {
			return Flux.deferContextual((context) -> Flux.just(context.<String>get("user")));
		}

	}

}
