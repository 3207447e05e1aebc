package io.github.gradiospring.boot.autoconfigure.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.message.UnexpectedError;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.queue.DefaultGradioQueue;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueCall;
import io.github.gradiospring.server.queue.QueueFullException;
import io.github.gradiospring.server.queue.QueueStoppedException;
import io.github.gradiospring.server.session.EventLog;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GradioQueueAutoConfiguration}.
 */
class GradioQueueAutoConfigurationTests {

	private static final GradioRequest REQUEST = new GradioRequest(new HttpHeaders(), new LinkedMultiValueMap<>(),
			"session", null, "http://localhost", null);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(ServerAutoConfigurations.all())
		.withBean(Tools.class);

	@Test
	void runsEndpoints() {
		this.runner.run((context) -> {
			join(context, "fail", "channel").block();
			assertThat(completion(context, "channel").output()).isInstanceOf(ErrorOutput.class)
				.hasToString(new ErrorOutput(null, null, null, null).toString());
		});
	}

	@Test
	void backsOff() {
		GradioQueue own = mock(GradioQueue.class);
		this.runner.withBean(GradioQueue.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(GradioQueue.class)
				.doesNotHaveBean(GradioQueueLifecycle.class));
	}

	@Test
	void boundsTheQueue() {
		this.runner.withPropertyValues("gradio.queue.max-size=1", "gradio.queue.shutdown-timeout=10ms")
			.run((context) -> {
				join(context, "hang", "channel").block();
				context.getBean(Tools.class).started.await();
				join(context, "hang", "channel").block();
				StepVerifier.create(join(context, "hang", "channel")).verifyError(QueueFullException.class);
			});
	}

	@Test
	void showsErrorsWhenAskedTo() {
		this.runner.withPropertyValues("gradio.show-errors=true").run((context) -> {
			join(context, "fail", "channel").block();
			assertThat(completion(context, "channel").output()).asString().contains("internal detail");
		});
	}

	@Test
	void observesRuns() {
		TestObservationRegistry observations = TestObservationRegistry.create();
		this.runner.withBean(ObservationRegistry.class, () -> observations).run((context) -> {
			join(context, "fail", "channel").block();
			completion(context, "channel");
			TestObservationRegistryAssert.assertThat(observations)
				.hasObservationWithNameEqualTo("gradio.endpoint")
				.that()
				.hasLowCardinalityKeyValue("endpoint", "fail");
		});
	}

	@Test
	void drainsBeforeTheWebServerDoes() {
		assertThat(GradioQueueLifecycle.PHASE).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
		this.runner.run((context) -> assertThat(context.getBean(GradioQueueLifecycle.class)).satisfies((lifecycle) -> {
			assertThat(lifecycle.getPhase()).isEqualTo(GradioQueueLifecycle.PHASE);
			assertThat(lifecycle.isRunning()).isTrue();
			assertThat(lifecycle.isPauseable()).isFalse();
		}));
	}

	@Test
	void endsAllEventsWhenTheApplicationStops() {
		this.runner.withPropertyValues("gradio.queue.shutdown-timeout=10ms").run((context) -> {
			GradioQueue queue = context.getBean(GradioQueue.class);
			EventLog log = context.getBean(EventLog.class);
			Endpoint hang = endpoint(context, "hang");
			join(context, "hang", "running").block();
			context.getBean(Tools.class).started.await();
			join(context, "hang", "waiting").block();
			context.close();
			for (String channel : List.of("running", "waiting")) {
				StepVerifier.create(log.read(channel).flatMapIterable((messages) -> messages))
					.recordWith(ArrayList::new)
					.thenConsumeWhile((message) -> true)
					.consumeRecordedWith((messages) -> assertThat(messages).anyMatch(
							(message) -> message instanceof UnexpectedError || message instanceof ProcessCompleted))
					.verifyComplete();
			}
			StepVerifier.create(queue.join(new QueueCall(hang, List.of(), "late", REQUEST)))
				.verifyError(QueueStoppedException.class);
		});
	}

	@Test
	void needsAServer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("gradioQueue"));
	}

	@Test
	void isOfTheTypeThatCanBeStopped() {
		this.runner
			.run((context) -> assertThat(context.getBean(GradioQueue.class)).isInstanceOf(DefaultGradioQueue.class));
	}

	private static Mono<String> join(ApplicationContext context, String endpoint, String channel) {
		return context.getBean(GradioQueue.class)
			.join(new QueueCall(endpoint(context, endpoint), List.of(), channel, REQUEST));
	}

	private static Endpoint endpoint(ApplicationContext context, String name) {
		return context.getBean(EndpointRegistry.class).find(name).orElseThrow();
	}

	private static ProcessCompleted completion(ApplicationContext context, String channel) {
		List<ServerMessage> messages = context.getBean(EventLog.class)
			.read(channel)
			.flatMapIterable((batch) -> batch)
			.collectList()
			.block();
		return (ProcessCompleted) messages.get(messages.size() - 1);
	}

	static class Tools {

		final CountDownLatch started = new CountDownLatch(1);

		@GradioEndpoint
		public Mono<String> hang() {
			this.started.countDown();
			return Mono.never();
		}

		@GradioEndpoint
		public String fail() {
			throw new IllegalStateException("internal detail");
		}

	}

}
