package io.github.gradiospring.boot.autoconfigure.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import io.github.gradiospring.boot.autoconfigure.GradioHttp;
import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.server.web.PageAssets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.FileSystemResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages, and what they leave to the application, in a servlet web application. */
class GradioServletPageTests {

	@TempDir
	private Path folder;

	@Test
	void thereIsAPage() throws Throwable {
		run(Application.class, "", (http) -> {
			assertThat(http.get("/").body()).contains("window.gradio_config").contains(http.root() + "\"");
			HttpResponse<String> script = http.get("/assets/a.js");
			assertThat(script.body()).isEqualTo("script");
			assertThat(script.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
			assertThat(http.get("/theme.css").statusCode()).isEqualTo(200);
			assertThat(http.get("/manifest.json").body()).contains("\"name\":\"Gradio\"");
			assertThat(http.get("/assets/other.js").statusCode()).isEqualTo(404);
			assertThat(http.get("/other").statusCode()).isEqualTo(404);
		});
	}

	@Test
	void thePageIsBelowTheContextPath() throws Throwable {
		run(Application.class, "/base", (http) -> {
			assertThat(http.get("/").body()).contains("window.gradio_config").contains(http.root() + "\"");
			assertThat(http.get("/assets/a.js").body()).isEqualTo("script");
		}, "--server.servlet.context-path=/base");
	}

	@Test
	void thePageIsBelowThePath() throws Throwable {
		run(Application.class, "/base/demo", (http) -> {
			assertThat(http.get("/").body()).contains("window.gradio_config").contains(http.root() + "\"");
			assertThat(http.get("/assets/a.js").body()).isEqualTo("script");
			HttpResponse<String> redirect = http.get("");
			assertThat(redirect.statusCode()).isEqualTo(307);
			assertThat(redirect.headers().firstValue("Location")).hasValue("/base/demo/");
		}, "--server.servlet.context-path=/base", "--gradio.path=/demo");
	}

	@Test
	void theApplicationComesFirst() throws Throwable {
		Path files = Files.createDirectory(this.folder.resolve("files"));
		Files.createDirectory(files.resolve("assets"));
		Files.writeString(files.resolve("favicon.ico"), "own icon");
		Files.writeString(files.resolve("assets/own.js"), "own script");
		run(OwnApplication.class, "", (http) -> {
			assertThat(http.get("/").body()).isEqualTo("own page");
			assertThat(http.get("/favicon.ico").body()).isEqualTo("own icon");
			assertThat(http.get("/assets/own.js").body()).isEqualTo("own script");
			assertThat(http.get("/assets/a.js").body()).isEqualTo("script");
		}, "--spring.web.resources.static-locations=file:" + files + "/");
	}

	@Test
	void theWelcomePageOfTheApplicationComesFirst() throws Throwable {
		Files.writeString(this.folder.resolve("index.html"), "own index");
		run(Application.class, "", (http) -> assertThat(http.get("/").body()).isEqualTo("own index"),
				"--spring.web.resources.static-locations=file:" + this.folder + "/");
	}

	@Test
	void pagesMayBeOff() throws Throwable {
		run(Application.class, "", (http) -> {
			assertThat(http.get("/").statusCode()).isEqualTo(404);
			assertThat(http.get("/config").statusCode()).isEqualTo(200);
		}, "--gradio.ui.enabled=false");
	}

	private void run(Class<?> application, String path, ThrowingConsumer<GradioHttp> test, String... arguments)
			throws Throwable {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(application)
			.properties("server.port=0", "server.address=127.0.0.1")
			.initializers((context) -> context.getBeanFactory().registerSingleton("assets", assets()));
		try (ConfigurableApplicationContext context = builder.run(arguments)) {
			test.accept(new GradioHttp(((WebServerApplicationContext) context).getWebServer().getPort(), path));
		}
	}

	private PageAssets assets() {
		try {
			Files.createDirectories(this.folder.resolve("frontend/assets"));
			Files.writeString(this.folder.resolve("frontend/assets/a.js"), "script");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return new PageAssets(new FileSystemResource(this.folder + "/frontend/"), "1", "assets/a.js", "assets/a.css",
				Set.of("assets/a.js"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(TextTools.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ TextTools.class, OwnController.class })
	static class OwnApplication {

	}

	@RestController
	static class OwnController {

		@GetMapping("/")
		String page() {
			return "own page";
		}

	}

}
