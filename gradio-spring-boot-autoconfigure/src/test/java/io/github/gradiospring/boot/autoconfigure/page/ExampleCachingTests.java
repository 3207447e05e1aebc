package io.github.gradiospring.boot.autoconfigure.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.blocks.annotation.ExampleCache;
import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.blocks.interfaces.Interface;
import io.github.gradiospring.boot.autoconfigure.server.GradioEndpointAutoConfiguration;
import io.github.gradiospring.boot.autoconfigure.server.GradioStoreAutoConfiguration;
import io.github.gradiospring.boot.autoconfigure.server.GradioWorkerAutoConfiguration;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.page.FlatPage;
import io.github.gradiospring.server.page.PageModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.assertj.AssertableReactiveWebApplicationContext;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class ExampleCachingTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GradioEndpointAutoConfiguration.class,
				GradioStoreAutoConfiguration.class, GradioWorkerAutoConfiguration.class,
				GradioPageAutoConfiguration.class, TaskExecutionAutoConfiguration.class));

	static class Greeter {

		private final AtomicInteger calls = new AtomicInteger();

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.EAGER, examples = @GradioExample("Ada"))
		String greet(String name) {
			return "Hello " + name + " " + this.calls.incrementAndGet();
		}

	}

	static class Slow {

		private final CountDownLatch started = new CountDownLatch(1);

		private final CountDownLatch interrupted = new CountDownLatch(1);

		@GradioEndpoint
		@GradioInterface(cacheExamples = ExampleCache.EAGER, examples = @GradioExample("Ada"))
		String greet(String name) {
			this.started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
			}
			return name;
		}

	}

	static class Reader {

		@GradioEndpoint
		String read(Path file) {
			return "x";
		}

	}

	private static void ready(AssertableReactiveWebApplicationContext context) {
		context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0],
				context.getSourceApplicationContext(), Duration.ZERO));
	}

	private static Flux<List<@Nullable Object>> choose(AssertableReactiveWebApplicationContext context,
			String endpoint) {
		GradioRequest request = new GradioRequest(HttpHeaders.EMPTY, new LinkedMultiValueMap<>(), "s", null, "", null);
		EndpointCall call = new EndpointCall(List.of(IntNode.valueOf(0)), Map.of(), "e", request, Mockito.mock(),
				Mockito.mock());
		return context.getBean(EndpointRegistry.class).find(endpoint).orElseThrow().function().call(call);
	}

	@Test
	void examplesRunWhenTheApplicationIsReady() {
		this.runner.withBean(Greeter.class).run((context) -> {
			assertThat(context.getBean(Greeter.class).calls).hasValue(0);
			ready(context);
			StepVerifier.create(choose(context, "greet_example_output"))
				.expectNext(List.of(StringNode.valueOf("Hello Ada 1")))
				.expectComplete()
				.verify(Duration.ofSeconds(20));
			assertThat(context.getBean(Greeter.class).calls).hasValue(1);
		});
	}

	@Test
	void closingTheApplicationStopsThem() throws InterruptedException {
		Slow slow = new Slow();
		this.runner.withBean(Slow.class, () -> slow).run((context) -> {
			ready(context);
			assertThat(slow.started.await(20, TimeUnit.SECONDS)).isTrue();
		});
		assertThat(slow.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void filesOfExamplesAreInTheStoreOfTheApplication() {
		ByteArrayResource file = new ByteArrayResource(new byte[] { 1, 2, 3 });
		this.runner.withBean(Reader.class)
			.withBean(Interface.class, () -> Interface.builder("read").exampleValues(file).build())
			.run((context) -> {
				List<@Nullable Object> row = choose(context, "read_example").blockLast(Duration.ofSeconds(20));
				assertThat(row).singleElement().isInstanceOfSatisfying(JsonNode.class, (json) -> {
					String path = json.path("path").asString();
					assertThat(context.getBean(FileStore.class).find(path).block(Duration.ofSeconds(20)).size())
						.isEqualTo(3);
				});
			});
	}

	@Test
	void backsOff() {
		this.runner.withBean(Greeter.class)
			.withBean(PageModel.class, () -> new FlatPage(true))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ExampleCaching.class));
	}

}
