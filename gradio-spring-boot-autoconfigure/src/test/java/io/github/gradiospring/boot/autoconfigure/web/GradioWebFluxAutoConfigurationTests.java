package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.boot.autoconfigure.server.ServerAutoConfigurations;
import io.github.gradiospring.server.session.GradioSessionListener;
import io.github.gradiospring.server.web.GradioRoutes;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GradioWebFluxAutoConfiguration}.
 */
class GradioWebFluxAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(HttpHandlerAutoConfiguration.class,
			WebFluxAutoConfiguration.class, GradioWebFluxAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withConfiguration(ServerAutoConfigurations.all())
		.withBean(TextTools.class);

	@Test
	void answersAtTheRoot() {
		this.runner.run((context) -> client(context).get()
			.uri("/config")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Gradio")
			.jsonPath("$.mode")
			.isEqualTo("blocks")
			.jsonPath("$.dependencies[0].api_name")
			.isEqualTo("greet"));
	}

	@Test
	void answersBelowAPath() {
		this.runner.withPropertyValues("gradio.path=/demo").run((context) -> {
			client(context).get().uri("/demo/config").exchange().expectStatus().isOk();
			client(context).get().uri("/config").exchange().expectStatus().isNotFound();
		});
	}

	@Test
	void tellsClientsTheProperties() {
		this.runner
			.withPropertyValues("gradio.title=Demo", "gradio.mode=server", "gradio.files.max-file-size=3KB",
					"gradio.show-errors=true", "gradio.root-url=https://demo.example/x")
			.run((context) -> client(context).get()
				.uri("/config")
				.exchange()
				.expectBody()
				.jsonPath("$.title")
				.isEqualTo("Demo")
				.jsonPath("$.mode")
				.isEqualTo("server")
				.jsonPath("$.max_file_size")
				.isEqualTo(3072)
				.jsonPath("$.show_error")
				.isEqualTo(true)
				.jsonPath("$.root")
				.isEqualTo("https://demo.example/x"));
	}

	@Test
	void refusesLargeBodies() {
		this.runner.withPropertyValues("gradio.max-body-size=10B")
			.run((context) -> client(context).post()
				.uri("/gradio_api/run/greet")
				.header("Content-Type", "application/json")
				.bodyValue("{\"data\": [\"" + "x".repeat(100) + "\"]}")
				.exchange()
				.expectStatus()
				.is4xxClientError());
	}

	@Test
	void closesTheApiWhenAskedTo() {
		this.runner.withPropertyValues("gradio.api-open=false")
			.run((context) -> client(context).post()
				.uri("/gradio_api/run/greet")
				.header("Content-Type", "application/json")
				.bodyValue("{\"data\": [\"Ada\"]}")
				.exchange()
				.expectStatus()
				.isNotFound());
	}

	@Test
	void tellsWhetherSessionsAreListenedTo() {
		this.runner.run((context) -> expectHeartbeat(context, false));
		this.runner.withBean(GradioSessionListener.class, () -> (session) -> {
		}).run((context) -> expectHeartbeat(context, true));
	}

	private static void expectHeartbeat(ApplicationContext context, boolean expected) {
		client(context).get()
			.uri("/config")
			.exchange()
			.expectBody()
			.jsonPath("$.connect_heartbeat")
			.isEqualTo(expected);
	}

	@Test
	void hidesMonitoringWhenAskedTo() {
		this.runner.withPropertyValues("gradio.monitoring.enabled=false")
			.run((context) -> client(context).get()
				.uri("/monitoring/summary")
				.exchange()
				.expectStatus()
				.is4xxClientError());
	}

	@Test
	void answersPreflightRequests() {
		this.runner.run((context) -> client(context).options()
			.uri("https://demo.example/gradio_api/queue/join")
			.header("Origin", "https://other.example")
			.header("Access-Control-Request-Method", "POST")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://other.example"));
	}

	@Test
	void backsOff() {
		RouterFunction<ServerResponse> own = (request) -> Mono.empty();
		WebFilter filter = (exchange, chain) -> chain.filter(exchange);
		this.runner.withBean("gradioRouterFunction", RouterFunction.class, () -> own)
			.withBean("gradioCorsFilter", WebFilter.class, () -> filter)
			.run((context) -> {
				assertThat(context.getBean("gradioRouterFunction")).isSameAs(own);
				assertThat(context.getBean("gradioCorsFilter")).isSameAs(filter);
			});
	}

	@Test
	void needsAReactiveWebApplication() {
		new ApplicationContextRunner().withConfiguration(ServerAutoConfigurations.all())
			.withConfiguration(AutoConfigurations.of(GradioWebFluxAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GradioRoutes.class));
		new WebApplicationContextRunner().withConfiguration(ServerAutoConfigurations.all())
			.withConfiguration(AutoConfigurations.of(GradioWebFluxAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GradioRoutes.class));
	}

	@Test
	void needsAServer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RouterFunction.class));
	}

	@Test
	void leavesOtherRouterFunctionsAlone() {
		RouterFunction<ServerResponse> own = RouterFunctions.route()
			.GET("/own", (request) -> ServerResponse.ok().bodyValue("own"))
			.build();
		this.runner.withBean("own", RouterFunction.class, () -> own)
			.run((context) -> client(context).get().uri("/own").exchange().expectBody(String.class).isEqualTo("own"));
	}

	private static WebTestClient client(ApplicationContext context) {
		return WebTestClient.bindToApplicationContext(context).build();
	}

}
