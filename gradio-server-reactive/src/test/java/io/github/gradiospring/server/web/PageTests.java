package io.github.gradiospring.server.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.config.LayoutNode;
import io.github.gradiospring.protocol.config.PageConfig;
import io.github.gradiospring.protocol.config.PageLink;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.DefaultInputValidator;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.page.FlatPage;
import io.github.gradiospring.server.page.PageModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers see: the page, the files that it loads, icons and the manifest. */
class PageTests {

	private static final String SCRIPT = "console.log('frontend')";

	private final TestServer server = new TestServer();

	private final UiOptions.Builder ui = UiOptions.builder();

	private PageModel model = new FlatPage(true);

	private PageAssets assets;

	@BeforeEach
	void writeFrontend(@TempDir Path folder) throws IOException {
		this.server.endpoints.addGreet();
		Files.createDirectories(folder.resolve("assets"));
		Files.createDirectories(folder.resolve("static/img"));
		compress(folder.resolve("assets/index-a1.js.gz"), SCRIPT);
		compress(folder.resolve("assets/index-b2.css.gz"), "a{}");
		compress(folder.resolve("static/img/logo.svg.gz"), "<svg/>");
		Files.writeString(folder.resolve("static/font.woff2"), "font");
		Files.writeString(folder.resolve("secret.txt"), "secret");
		this.assets = new PageAssets(new FileSystemResource(folder + "/"), "1.2.3", "assets/index-a1.js",
				"assets/index-b2.css", Set.of("assets/index-a1.js.gz", "assets/index-b2.css.gz",
						"static/img/logo.svg.gz", "static/font.woff2"));
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void thePageHasTheConfiguration() {
		this.server.options.title("A & B");
		String html = page("/");
		JsonNode config = config(html);
		JsonNode whole = GradioProtocol.jsonMapper().readTree(body("/config"));
		assertThat(config.propertyNames()).containsAll(whole.propertyNames()).contains("current_page");
		for (String name : List.of("components", "dependencies", "layout", "page", "title", "root", "theme_hash")) {
			assertThat(config.get(name)).as(name).isEqualTo(whole.get(name));
		}
		assertThat(html).contains("<title>A &amp; B</title>")
			.contains("src=\"./assets/index-a1.js\"")
			.contains("href=\"./assets/index-b2.css\"")
			.contains("<gradio-app ")
			.doesNotContain("<base", "manifest.json", "{{");
	}

	@Test
	void nothingInTheConfigurationEndsItsScript() {
		this.server.options.title("</script><script>alert(1)</script><!--");
		String html = page("/");
		assertThat(html).contains("<title>&lt;/script&gt;").doesNotContain("alert(1)</script>");
		assertThat(config(html).get("title").stringValue()).isEqualTo("</script><script>alert(1)</script><!--");
	}

	@Test
	void thePageKnowsTheUser() {
		WebFilter login = (exchange, chain) -> chain
			.filter(exchange.mutate().principal(Mono.just((Principal) () -> "A</script>")).build());
		String html = body(client(login).get().uri("/").exchange());
		assertThat(config(html).get("username").stringValue()).isEqualTo("A</script>");
		assertThat(config(page("/")).get("username").isNull()).isTrue();
	}

	@Test
	void thePageMayNotBeKeptByOthers() {
		client().get().uri("/").exchange().expectHeader().valueEquals("Cache-Control", "private, no-cache");
	}

	@Test
	void theSettingsAreOnThePage() {
		this.ui.description("Says \"hello\"")
			.css("b{}")
			.js("() => 1")
			.head("<meta name=\"x\"><script>let a</script>")
			.footerLinks(List.of(TestEndpoints.json("'api'"), TestEndpoints.json("{'label':'L','url':'/l'}")))
			.runHistory(true)
			.pwa(true)
			.contentSecurityPolicy("script-src 'nonce-{nonce}'");
		this.model = model((config) -> config.css("a{}").head("<meta name=\"y\">"));
		EntityExchangeResult<byte[]> answer = client().get().uri("/").exchange().expectBody().returnResult();
		String policy = answer.getResponseHeaders().getFirst("Content-Security-Policy");
		assertThat(policy).matches("script-src 'nonce-[\\w-]{24}'");
		String nonce = policy.substring(policy.indexOf('-', 12) + 1, policy.length() - 1);
		String html = new String(answer.getResponseBody(), StandardCharsets.UTF_8);
		assertThat(html).contains("<meta name=\"description\" content=\"Says &quot;hello&quot;\">")
			.contains("<link rel=\"manifest\" href=\"./manifest.json\">")
			.contains("<meta name=\"y\">\n<meta name=\"x\"><script nonce=\"" + nonce + "\">let a</script>")
			.containsPattern("<script nonce=\"" + nonce + "\">window.gradio_config");
		assertThat(html.split("<script", -1)).hasSize(html.split("<script nonce=\"" + nonce + "\"", -1).length);
		JsonNode config = config(html);
		assertThat(config.get("css").stringValue()).isEqualTo("a{}\nb{}");
		assertThat(config.get("js").stringValue()).isEqualTo("() => 1");
		assertThat(config.get("head").isNull()).isTrue();
		assertThat(config.get("footer_links")).isEqualTo(TestEndpoints.json("['api',{'label':'L','url':'/l'}]"));
		assertThat(config.get("run_history").booleanValue()).isTrue();
		assertThat(config.get("pwa").booleanValue()).isTrue();
		assertThat(client().get().uri("/").exchange().expectBody().returnResult().getResponseHeaders())
			.satisfies((headers) -> assertThat(headers.getFirst("Content-Security-Policy")).isNotEqualTo(policy));
	}

	@Test
	void thereIsNoPolicyUnlessOneIsSet() {
		client().get().uri("/").exchange().expectHeader().doesNotExist("Content-Security-Policy");
	}

	@Test
	void everyPageHasItsOwnParts() {
		this.server.endpoints.addCounter("counter", true);
		this.model = model((config) -> {
			LayoutNode layout = new LayoutNode(0, List.of(LayoutNode.leaf(3)));
			config.pages(List.of(new PageLink("", "Home", true), new PageLink("second", "Second", true)))
				.page(Map.of("", new PageConfig(new LayoutNode(0, List.of(LayoutNode.leaf(1))), List.of(1), List.of(0)),
						"second", new PageConfig(layout, List.of(3), List.of(1))));
		});
		JsonNode first = config(page("/"));
		assertThat(first.get("current_page").stringValue()).isEmpty();
		assertThat(first.get("components")).hasSize(1);
		for (String path : List.of("/second", "/second/")) {
			String html = page(path);
			JsonNode second = config(html);
			assertThat(second.get("current_page").stringValue()).isEqualTo("second");
			assertThat(second.get("components").valueStream().map((one) -> one.get("id").intValue()))
				.containsExactly(3);
			assertThat(second.get("dependencies").valueStream().map((one) -> one.get("id").intValue()))
				.containsExactly(1);
			assertThat(second.get("layout")).isEqualTo(second.get("page").get("second").get("layout"));
			assertThat(html.contains("<base href=\"../\">")).isEqualTo(path.endsWith("/"));
		}
		client().get().uri("/third").exchange().expectStatus().isNotFound();
	}

	@Test
	void theRunHistoryIsAPageBelowTheApi() {
		client().get().uri("/gradio_api/runs").exchange().expectStatus().isNotFound();
		this.ui.runHistory(true);
		assertThat(page("/gradio_api/runs")).contains("<base href=\"../\">")
			.contains("new URL(\"../\", location.href)");
	}

	@Test
	void worksBelowAPath() {
		this.server.options.path("/app");
		assertThat(config(page("/app/")).get("root").stringValue()).endsWith("/app");
		client().get().uri("/app/assets/index-a1.js").exchange().expectStatus().isOk();
		client().get().uri("/app/theme.css").exchange().expectStatus().isOk();
		client().get().uri("/app/manifest.json").exchange().expectStatus().isOk();
		client().get()
			.uri("/app?__theme=dark")
			.exchange()
			.expectStatus()
			.isEqualTo(307)
			.expectHeader()
			.valueEquals("Location", "/app/?__theme=dark");
		client().get().uri("/").exchange().expectStatus().isNotFound();
		client().get().uri("/apps").exchange().expectStatus().isNotFound();
	}

	@Test
	void worksBehindAProxyThatSpringKnows() {
		this.server.options.path("/app");
		var routes = routes();
		var handler = WebHttpHandlerBuilder.webHandler(RouterFunctions.toWebHandler(routes.pageRouterFunction()))
			.forwardedHeaderTransformer(new ForwardedHeaderTransformer())
			.build();
		assertThat(forwarded(handler, "/app/").getBodyAsString().block())
			.contains("\"root\":\"https://pub.example/sub/app\"");
		assertThat(forwarded(handler, "/app").getHeaders().getLocation()).hasToString("/sub/app/");
	}

	private static MockServerHttpResponse forwarded(HttpHandler handler, String path) {
		MockServerHttpResponse response = new MockServerHttpResponse();
		handler
			.handle(MockServerHttpRequest.get("http://127.0.0.1:7860" + path)
				.header("X-Forwarded-Host", "pub.example")
				.header("X-Forwarded-Proto", "https")
				.header("X-Forwarded-Prefix", "/sub")
				.build(), response)
			.block();
		return response;
	}

	@Test
	void sendsHashedFilesForGood() {
		client().get()
			.uri("/assets/index-a1.js")
			.header("Accept-Encoding", "br, gzip;q=0.8")
			.exchange()
			.expectHeader()
			.valueEquals("Content-Encoding", "gzip")
			.expectHeader()
			.valueEquals("Content-Type", "text/javascript;charset=UTF-8")
			.expectHeader()
			.valueEquals("Cache-Control", "max-age=31536000, public, immutable")
			.expectHeader()
			.valueEquals("Vary", "Accept-Encoding")
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.valueEquals("ETag", "\"1.2.3-gzip\"")
			.expectBody()
			.consumeWith((result) -> assertThat(gunzip(result.getResponseBody())).isEqualTo(SCRIPT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "gzip;q=0", "gzip; q=0.00", "br" })
	void decompressesForThoseWhoCannot(String coding) {
		client().get()
			.uri("/assets/index-a1.js")
			.header("Accept-Encoding", coding)
			.exchange()
			.expectHeader()
			.doesNotExist("Content-Encoding")
			.expectHeader()
			.contentLength(SCRIPT.length())
			.expectHeader()
			.valueEquals("ETag", "\"1.2.3\"")
			.expectBody(String.class)
			.isEqualTo(SCRIPT);
	}

	@Test
	void otherFilesAreAskedForAgain() {
		client().get()
			.uri("/static/font.woff2")
			.header("Accept-Encoding", "gzip")
			.exchange()
			.expectHeader()
			.valueEquals("Cache-Control", "max-age=3600, public")
			.expectHeader()
			.valueEquals("Content-Type", "font/woff2")
			.expectHeader()
			.doesNotExist("Content-Encoding")
			.expectHeader()
			.doesNotExist("Vary")
			.expectBody(String.class)
			.isEqualTo("font");
	}

	@ParameterizedTest
	@CsvSource({ "/assets/index-a1.js, \"1.2.3-gzip\"", "/static/font.woff2, \"1.2.3\"",
			"/favicon.ico, \"1.2.3-gzip\"" })
	void saysWhenAFileIsTheSame(String path, String etag) {
		client().get()
			.uri(path)
			.header("Accept-Encoding", "gzip")
			.header("If-None-Match", etag)
			.exchange()
			.expectStatus()
			.isNotModified()
			.expectHeader()
			.valueEquals("ETag", etag)
			.expectHeader()
			.exists("Cache-Control")
			.expectBody()
			.isEmpty();
		client().get().uri(path).header("If-None-Match", "\"old\"").exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/assets/../secret.txt", "/assets/%2e%2e/secret.txt", "/assets/..%2fsecret.txt",
			"/static/..\\secret.txt", "/secret.txt", "/assets//index-a1.js", "/assets/./index-a1.js",
			"/assets/index-a1.js.gz", "/assets/index-a1.js%00", "/assets/", "/assets", "/static/img",
			"/assets/index-a1.js/", "/assets/file:/etc/passwd" })
	void sendsNothingButTheFilesOfTheFrontend(String path) {
		MockServerHttpResponse response = new MockServerHttpResponse();
		var own = RouterFunctions.route(RequestPredicates.all(), (request) -> ServerResponse.ok().bodyValue("own"));
		RouterFunctions.toHttpHandler(routes().routerFunction().and(routes().pageRouterFunction()).and(own))
			.handle(MockServerHttpRequest
				.method(HttpMethod.GET, URI.create("http://localhost" + path.replace("\\", "%5c")))
				.build(), response)
			.block();
		assertThat(response.getBodyAsString().block()).isEqualTo("own");
	}

	@Test
	void headIsLikeGetWithoutABody() {
		GradioRoutes routes = routes();
		DisposableServer http = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle(new ReactorHttpHandlerAdapter(
					RouterFunctions.toHttpHandler(routes.routerFunction().and(routes.pageRouterFunction()))))
			.bindNow();
		WebTestClient client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + http.port()).build();
		for (String path : List.of("/", "/assets/index-a1.js", "/theme.css", "/favicon.ico", "/manifest.json")) {
			HttpHeaders get = client.get().uri(path).exchange().expectBody().returnResult().getResponseHeaders();
			var head = client.head().uri(path).exchange().expectStatus().isOk().expectBody().isEmpty();
			assertThat(head.getResponseHeaders().getContentLength()).as(path).isEqualTo(get.getContentLength());
			assertThat(head.getResponseHeaders().getContentType()).as(path).isEqualTo(get.getContentType());
		}
		http.disposeNow();
	}

	@Test
	void theThemeIsKeptAsLongAsItIsTheSame() {
		this.model = new PageModel() {

			@Override
			public void render(EndpointRegistry registry, GradioConfig.Builder config) {
				new FlatPage(true).render(registry, config);
			}

			@Override
			public String themeCss() {
				return ":root{--é:1}";
			}

		};
		String hash = config(page("/")).get("theme_hash").stringValue();
		client().get()
			.uri("/theme.css?v=" + hash)
			.exchange()
			.expectHeader()
			.valueEquals("Cache-Control", "max-age=31536000, public, immutable")
			.expectHeader()
			.valueEquals("Content-Type", "text/css; charset=utf-8")
			.expectBody(String.class)
			.isEqualTo(":root{--é:1}");
		client().get().uri("/theme.css?v=old").exchange().expectHeader().valueEquals("Cache-Control", "no-cache");
		client().get()
			.uri("/theme.css")
			.header("If-None-Match", "\"" + hash + "\"")
			.exchange()
			.expectStatus()
			.isNotModified();
		this.model = new FlatPage(true);
		assertThat(config(page("/")).get("theme_hash").stringValue()).isNotEqualTo(hash);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/favicon.ico", "/pwa_icon" })
	void theIconIsThatOfTheFrontendOrOfTheApplication(String path) {
		client().get()
			.uri(path)
			.exchange()
			.expectHeader()
			.contentType(MediaType.valueOf("image/svg+xml"))
			.expectBody(String.class)
			.isEqualTo("<svg/>");
		this.ui.favicon(new ByteArrayResource("png".getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getFilename() {
				return "own.png";
			}

		});
		client().get()
			.uri(path)
			.exchange()
			.expectHeader()
			.contentType(MediaType.IMAGE_PNG)
			.expectBody(String.class)
			.isEqualTo("png");
		assertThat(body("/manifest.json")).contains("\"type\":\"image/png\"");
	}

	@Test
	void theManifestLetsBrowsersInstallThePage() {
		this.server.options.title("Demo");
		client().get()
			.uri("/manifest.json")
			.exchange()
			.expectHeader()
			.valueEquals("Content-Type", "application/manifest+json")
			.expectBody(String.class)
			.isEqualTo("{\"name\":\"Demo\",\"icons\":[{\"src\":\"pwa_icon\",\"sizes\":\"any\","
					+ "\"type\":\"image/svg+xml\",\"purpose\":\"any\"}],\"start_url\":\"./\",\"display\":\"standalone\"}");
	}

	@Test
	void withoutAFrontendThePageExplains() {
		this.assets = null;
		this.ui.contentSecurityPolicy("style-src 'nonce-{nonce}'");
		this.server.endpoints.add("hidden", (hidden) -> hidden.visibility(ApiVisibility.UNDOCUMENTED))
			.add("bold", (bold) -> bold.description("Makes <b>bold</b>."));
		assertThat(page("/")).contains("gradio-ui")
			.contains("<li><code>/greet</code>")
			.contains("<li><code>/bold</code>: Makes &lt;b&gt;bold&lt;/b&gt;.</li>")
			.contains("<style nonce=\"")
			.contains("href=\"./gradio_api/info\"")
			.doesNotContain("hidden", "gradio_config", "{{");
		client().get().uri("/favicon.ico").exchange().expectStatus().isNotFound();
		client().get().uri("/assets/index-a1.js").exchange().expectStatus().isNotFound();
	}

	@ParameterizedTest
	@CsvSource({ "false, blocks", "true, server" })
	void thereMayBeNoPages(boolean enabled, String mode) {
		this.ui.enabled(enabled);
		this.server.options.mode(mode);
		for (String path : List.of("/", "/assets/index-a1.js", "/theme.css", "/favicon.ico", "/manifest.json")) {
			client().get().uri(path).exchange().expectStatus().isNotFound();
			assertThat(routes().covers(path) || routes().coversPage(path)).as(path).isFalse();
		}
		client().get().uri("/config").exchange().expectStatus().isOk();
	}

	@Test
	void tellsWhichPathsItHas() {
		GradioRoutes routes = routes();
		assertThat(List.of("/", "/favicon.ico", "/manifest.json", "/pwa_icon")).allMatch(routes::coversPage)
			.noneMatch(routes::covers);
		assertThat(List.of("/assets/index-a1.js", "/theme.css", "/config", "/gradio_api/x")).allMatch(routes::covers)
			.noneMatch(routes::coversPage);
		assertThat(List.of("/x", "/robots.txt", "/assets/x.js")).noneMatch(routes::coversPage)
			.noneMatch(routes::covers);
	}

	@Test
	void leavesOtherMethodsToTheApplication() {
		var own = RouterFunctions.route(RequestPredicates.all(), (request) -> ServerResponse.ok().bodyValue("own"));
		WebTestClient.bindToRouterFunction(routes().pageRouterFunction().and(own))
			.build()
			.post()
			.uri("/")
			.exchange()
			.expectBody(String.class)
			.isEqualTo("own");
	}

	private GradioRoutes routes() {
		return GradioRoutes.builder()
			.options(this.server.options.ui(this.ui.build()).build())
			.registry(this.server.endpoints)
			.queue(this.server.queue)
			.eventLog(this.server.log)
			.executor(this.server.executor)
			.validator(new DefaultInputValidator())
			.files(this.server.files)
			.sessions(this.server.sessions)
			.page(this.model)
			.assets(this.assets)
			.build();
	}

	private WebTestClient client(WebFilter... filters) {
		GradioRoutes routes = routes();
		return WebTestClient.bindToRouterFunction(routes.routerFunction().and(routes.pageRouterFunction()))
			.webFilter(filters)
			.build();
	}

	private String page(String path) {
		return body(client().get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.valueOf("text/html; charset=utf-8")));
	}

	private String body(String path) {
		return body(client().get().uri(path).exchange().expectStatus().isOk());
	}

	private static String body(WebTestClient.ResponseSpec answer) {
		return new String(answer.expectBody().returnResult().getResponseBody(), StandardCharsets.UTF_8);
	}

	/** Cut out as Python's client does it. */
	private static JsonNode config(String html) {
		String start = "window.gradio_config = ";
		int from = html.indexOf(start) + start.length();
		return GradioProtocol.jsonMapper().readTree(html.substring(from, html.indexOf(";</script>", from)));
	}

	private static PageModel model(Consumer<GradioConfig.Builder> more) {
		return (registry, config) -> {
			new FlatPage(true).render(registry, config);
			more.accept(config);
		};
	}

	private static void compress(Path file, String text) throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static String gunzip(byte[] bytes) {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
