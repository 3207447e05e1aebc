package io.github.gradiospring.boot.autoconfigure.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouterServlet}.
 */
class RouterServletTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private WebServer server;

	@BeforeEach
	void start() throws IOException {
		RouterServlet servlet = new RouterServlet(RouterFunctions.toHttpHandler(RouterFunctions.route()
			.GET("/config", this::paths)
			.GET("/api/{name}", this::paths)
			.POST("/api/echo",
					(request) -> request.bodyToMono(String.class)
						.flatMap((body) -> ServerResponse.ok().bodyValue("got " + body)))
			.GET("/api/sse/stream",
					(request) -> ServerResponse.ok()
						.contentType(MediaType.TEXT_EVENT_STREAM)
						.body(Flux.just("a", "b"), String.class))
			.build()));
		ServletRegistrationBean<RouterServlet> registration = new ServletRegistrationBean<>(servlet, "/config",
				"/api/*");
		registration.setAsyncSupported(true);
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory("/base", 0);
		factory.setAddress(InetAddress.getLoopbackAddress());
		this.server = factory.getWebServer(registration);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void routesOfAnExactMappingSeeTheWholePath() throws Exception {
		assertThat(get("/base/config").body()).isEqualTo("/base + /config");
	}

	@Test
	void routesOfAPathMappingSeeTheWholePath() throws Exception {
		assertThat(get("/base/api/name").body()).isEqualTo("/base + /api/name");
	}

	@Test
	void encodedPathsStayEncoded() throws Exception {
		assertThat(get("/base/api/a%20b").body()).isEqualTo("/base + /api/a%20b");
	}

	@Test
	void unmappedPathsAreLeftToTheContainer() throws Exception {
		assertThat(get("/base/config/other").statusCode()).isEqualTo(404);
		assertThat(get("/base/other").statusCode()).isEqualTo(404);
	}

	@Test
	void bodiesArrive() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri("/base/api/echo"))
			.POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
			.build();
		assertThat(this.client.send(request, HttpResponse.BodyHandlers.ofString()).body()).hasSize(100_004);
	}

	@Test
	void streamsAreSent() throws Exception {
		assertThat(get("/base/api/sse/stream").body()).isEqualTo("data:a\n\ndata:b\n\n");
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getPort() + path);
	}

	private Mono<ServerResponse> paths(ServerRequest request) {
		return ServerResponse.ok()
			.bodyValue(request.requestPath().contextPath().value() + " + "
					+ request.requestPath().pathWithinApplication().value());
	}

}
