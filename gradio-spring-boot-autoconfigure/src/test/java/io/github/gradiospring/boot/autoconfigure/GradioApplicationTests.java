package io.github.gradiospring.boot.autoconfigure;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole applications, with everything of ours that a starter brings, called over HTTP.
 */
class GradioApplicationTests {

	@Test
	void reactive() throws Throwable {
		run(new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE), "", (http) -> {
			assertServes(http);
			assertThat(http.get("/config/own").body()).isEqualTo("own");
			assertThat(http.get("/own").body()).isEqualTo("own");
			assertIsSeen(http);
		});
	}

	@Test
	void reactiveBelowABasePathAndAPath() throws Throwable {
		run(new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE)
			.properties("spring.webflux.base-path=/base", "gradio.path=/demo"), "/base/demo", this::assertServes);
	}

	@Test
	void servlet() throws Throwable {
		run(new SpringApplicationBuilder(Application.class), "", (http) -> {
			assertServes(http);
			assertThat(http.get("/config/own").body()).isEqualTo("own");
			assertThat(http.get("/own").body()).isEqualTo("own");
			assertIsSeen(http);
		});
	}

	@Test
	void servletBelowAContextPathAndAPath() throws Throwable {
		run(new SpringApplicationBuilder(Application.class).properties("server.servlet.context-path=/base",
				"gradio.path=/demo"), "/base/demo", this::assertServes);
	}

	@Test
	void springMvcOnTheClassPathMakesAServletApplication() {
		try (ConfigurableApplicationContext context = start(new SpringApplicationBuilder(Application.class))) {
			assertThat(context).isInstanceOf(ServletWebServerApplicationContext.class);
		}
		try (ConfigurableApplicationContext context = start(
				new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE))) {
			assertThat(context).isInstanceOf(ReactiveWebServerApplicationContext.class);
		}
	}

	private void assertServes(GradioHttp http) throws Exception {
		JsonNode config = http.json("/config");
		assertThat(config.at("/dependencies/0/api_name").asString()).isEqualTo("greet");
		assertThat(config.at("/root").asString()).isEqualTo(http.root());
		assertThat(http.json("/gradio_api/info").at("/named_endpoints").propertyNames()).contains("/greet", "/spell");

		List<JsonNode> greeting = http.submit(0, "[\"Ada\"]");
		assertThat(greeting).extracting((message) -> message.path("msg").asString())
			.contains("estimation", "process_starts", "process_completed")
			.endsWith("close_stream");
		assertThat(greeting).filteredOn((message) -> message.path("msg").asString().equals("process_completed"))
			.singleElement()
			.satisfies((message) -> assertThat(message.at("/output/data/0").asString()).isEqualTo("Hello, Ada!"));

		List<JsonNode> spelling = http.submit(1, "[\"abc\"]");
		assertThat(spelling).filteredOn((message) -> message.path("msg").asString().equals("process_generating"))
			.hasSize(3);

		HttpResponse<String> user = http.post("/gradio_api/run/whoAmI", "{\"data\": []}", "X-User", "ada");
		assertThat(user.body()).contains("\"data\":[\"ada\"]");

		HttpResponse<String> unknown = http.get("/gradio_api/unknown");
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.body()).isEqualTo("{\"detail\":\"Not Found\"}");
	}

	private void assertIsSeen(GradioHttp http) throws Exception {
		JsonNode all = http.json("/actuator/gradio");
		assertThat(all.at("/groups/0/id").asString()).isEqualTo("texts");
		assertThat(all.at("/groups/0/limit").asInt()).isOne();
		assertThat(all.at("/groups/0/endpoints").toString()).isEqualTo("[\"/greet\",\"/spell\"]");
		assertThat(all.at("/groups/0/eta").asString()).startsWith("PT");
		assertThat(all.at("/endpoints/2/name").asString()).isEqualTo("/whoAmI");
		JsonNode group = http.json("/actuator/gradio/texts");
		assertThat(group.at("/group/id").asString()).isEqualTo("texts");
		assertThat(group.at("/events").isArray()).isTrue();
		assertThat(http.get("/actuator/gradio/other").statusCode()).isEqualTo(404);

		JsonNode timer = http.json("/actuator/metrics/gradio.endpoint?tag=endpoint:greet");
		assertThat(timer.at("/measurements/0/statistic").asString()).isEqualTo("COUNT");
		assertThat(timer.at("/measurements/0/value").asInt()).isOne();
		assertThat(http.json("/actuator/metrics/gradio.queue.waiting?tag=concurrency.id:texts")
			.at("/measurements/0/value")
			.asInt()).isZero();
	}

	private void run(SpringApplicationBuilder builder, String path, ThrowingConsumer<GradioHttp> test)
			throws Throwable {
		try (ConfigurableApplicationContext context = start(builder)) {
			int port = ((WebServerApplicationContext) context).getWebServer().getPort();
			test.accept(new GradioHttp(port, path));
		}
	}

	private ConfigurableApplicationContext start(SpringApplicationBuilder builder) {
		return builder.run("--server.port=0", "--server.address=127.0.0.1",
				"--management.endpoints.web.exposure.include=gradio,metrics");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		TextTools textTools() {
			return new TextTools();
		}

		@Bean
		UserFilter userFilter() {
			return new UserFilter();
		}

		@Bean
		UserWebFilter userWebFilter() {
			return new UserWebFilter();
		}

		@Bean
		OwnController ownController() {
			return new OwnController();
		}

	}

	/** Stands for security in a reactive application. */
	static class UserWebFilter implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			String user = exchange.getRequest().getHeaders().getFirst("X-User");
			return chain.filter((user != null) ? exchange.mutate().principal(Mono.just(() -> user)).build() : exchange);
		}

	}

	/** Stands for security in a servlet application. */
	static class UserFilter implements Filter {

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			String user = ((HttpServletRequest) request).getHeader("X-User");
			chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request) {

				@Override
				public Principal getUserPrincipal() {
					return (user != null) ? () -> user : null;
				}

			}, response);
		}

	}

	@RestController
	static class OwnController {

		@GetMapping("/{name}")
		String name(@PathVariable String name) {
			return name;
		}

		@GetMapping("/config/{name}")
		String below(@PathVariable String name) {
			return name;
		}

	}

}
