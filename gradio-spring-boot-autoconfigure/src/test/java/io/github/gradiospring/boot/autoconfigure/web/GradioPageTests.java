package io.github.gradiospring.boot.autoconfigure.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.boot.autoconfigure.server.ServerAutoConfigurations;
import io.github.gradiospring.server.web.PageAssets;
import io.github.gradiospring.server.web.UiOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages, and what they leave to the application, in a reactive web application. */
class GradioPageTests {

	@TempDir
	private Path folder;

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class,
				GradioWebFluxAutoConfiguration.class))
		.withConfiguration(ServerAutoConfigurations.all())
		.withBean(TextTools.class)
		.withBean(PageAssets.class, this::assets);

	private PageAssets assets() {
		try {
			Files.createDirectories(this.folder.resolve("assets"));
			Files.writeString(this.folder.resolve("assets/a.js"), "script");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new PageAssets(new FileSystemResource(this.folder + "/"), "1", "assets/a.js", "assets/a.css",
				Set.of("assets/a.js"));
	}

	@Test
	void thereIsAPage() {
		this.runner.run((context) -> {
			assertThat(get(context, "/")).contains("window.gradio_config").contains("src=\"./assets/a.js\"");
			assertThat(get(context, "/assets/a.js")).isEqualTo("script");
			assertThat(get(context, "/manifest.json")).contains("\"name\":\"Gradio\"");
		});
	}

	@Test
	void thePageIsBelowThePath() {
		this.runner.withPropertyValues("gradio.path=/demo").run((context) -> {
			assertThat(get(context, "/demo/")).contains("window.gradio_config");
			assertThat(status(context, "/demo")).isEqualTo(307);
			assertThat(status(context, "/")).isEqualTo(404);
		});
	}

	@Test
	void pagesMayBeOff() {
		this.runner.withPropertyValues("gradio.ui.enabled=false").run((context) -> {
			assertThat(status(context, "/")).isEqualTo(404);
			assertThat(status(context, "/config")).isEqualTo(200);
		});
	}

	@Test
	void propertiesBecomeSettings() throws Exception {
		Path css = Files.writeString(this.folder.resolve("own.css"), "a{}\n");
		Path js = Files.writeString(this.folder.resolve("own.js"), "() => 1");
		Path head = Files.writeString(this.folder.resolve("own.html"), "<meta name=\"own\">");
		Path icon = Files.writeString(this.folder.resolve("own.svg"), "<svg/>");
		this.runner
			.withPropertyValues("gradio.ui.css=file:" + css, "gradio.ui.js=file:" + js, "gradio.ui.head=file:" + head,
					"gradio.ui.favicon=file:" + icon, "gradio.ui.description=Own", "gradio.ui.run-history=true",
					"gradio.ui.pwa=true", "gradio.ui.footer-links=api", "gradio.ui.links.Imprint=/imprint")
			.run((context) -> {
				assertThat(get(context, "/")).contains("<meta name=\"own\">")
					.contains("content=\"Own\"")
					.contains("\"css\":\"a{}\"")
					.contains("\"js\":\"() => 1\"")
					.contains("\"footer_links\":[\"api\",{\"label\":\"Imprint\",\"url\":\"/imprint\"}]")
					.contains("\"run_history\":true")
					.contains("\"pwa\":true");
				assertThat(get(context, "/favicon.ico")).isEqualTo("<svg/>");
			});
	}

	@Test
	void linksAloneKeepTheOthers() {
		this.runner.withPropertyValues("gradio.ui.links.Imprint=/imprint")
			.run((context) -> assertThat(get(context, "/"))
				.contains("\"footer_links\":[\"api\",\"gradio\",\"settings\",{\"label\":\"Imprint\""));
	}

	@Test
	void strictStandsForAPolicy() {
		this.runner.withPropertyValues("gradio.ui.content-security-policy=strict")
			.run((context) -> assertThat(policy(context))
				.matches(Pattern.quote(UiOptions.STRICT_POLICY).replace("{nonce}", "\\E[\\w-]+\\Q")));
		this.runner.withPropertyValues("gradio.ui.content-security-policy=default-src 'self'")
			.run((context) -> assertThat(policy(context)).isEqualTo("default-src 'self'"));
	}

	@Test
	void withoutTheFrontendThePageExplains() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class,
					GradioWebFluxAutoConfiguration.class))
			.withConfiguration(ServerAutoConfigurations.all())
			.withBean(TextTools.class)
			.withClassLoader(new FilteredClassLoader("io.github.gradiospring.ui"))
			.run((context) -> assertThat(get(context, "/")).contains("<code>/greet</code>")
				.contains("gradio-ui")
				.doesNotContain("window.gradio_config"));
	}

	@Test
	void aControllerOfTheApplicationComesFirst() {
		this.runner.withBean(OwnController.class).run((context) -> {
			assertThat(get(context, "/")).isEqualTo("own page");
			assertThat(get(context, "/favicon.ico")).isEqualTo("own icon");
			assertThat(get(context, "/assets/a.js")).isEqualTo("script");
		});
	}

	@Test
	void aRouterFunctionOfTheApplicationComesFirst() {
		this.runner.withUserConfiguration(OwnRoutes.class).run((context) -> {
			assertThat(get(context, "/")).isEqualTo("own page");
			assertThat(get(context, "/config")).contains("\"api_name\":\"greet\"");
		});
	}

	@Test
	void theStaticFilesOfTheApplicationComeFirst() throws Exception {
		Path files = Files.createDirectory(this.folder.resolve("files"));
		Files.writeString(files.resolve("index.html"), "own index");
		Files.writeString(files.resolve("favicon.ico"), "own icon");
		Files.writeString(files.resolve("manifest.json"), "own manifest");
		this.runner.withPropertyValues("spring.web.resources.static-locations=file:" + files + "/").run((context) -> {
			assertThat(get(context, "/")).isEqualTo("own index");
			assertThat(get(context, "/favicon.ico")).isEqualTo("own icon");
			assertThat(get(context, "/manifest.json")).isEqualTo("own manifest");
			assertThat(get(context, "/assets/a.js")).isEqualTo("script");
		});
		Files.createDirectory(files.resolve("assets"));
		Files.writeString(files.resolve("assets/own.js"), "own script");
		this.runner.withPropertyValues("spring.web.resources.static-locations=file:" + files + "/")
			.run((context) -> assertThat(get(context, "/assets/own.js")).isEqualTo("own script"));
	}

	private static String policy(ApplicationContext context) {
		return client(context).get()
			.uri("/")
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getFirst("Content-Security-Policy");
	}

	private static String get(ApplicationContext context, String path) {
		return client(context).get()
			.uri(path)
			.header("Accept", "text/html,*/*")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

	private static int status(ApplicationContext context, String path) {
		return client(context).get().uri(path).exchange().expectBody().returnResult().getStatus().value();
	}

	private static WebTestClient client(ApplicationContext context) {
		return WebTestClient.bindToApplicationContext(context).build();
	}

	@RestController
	static class OwnController {

		@GetMapping("/")
		String page() {
			return "own page";
		}

		@GetMapping("/favicon.ico")
		String icon() {
			return "own icon";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRoutes {

		@Bean
		RouterFunction<ServerResponse> ownRoutes() {
			return RouterFunctions.route().GET("/", (request) -> ServerResponse.ok().bodyValue("own page")).build();
		}

	}

}
