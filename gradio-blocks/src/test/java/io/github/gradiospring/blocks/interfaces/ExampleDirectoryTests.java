package io.github.gradiospring.blocks.interfaces;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import io.github.gradiospring.blocks.annotation.ExampleCache;
import io.github.gradiospring.server.annotation.Audio;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static io.github.gradiospring.blocks.interfaces.ExampleApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExampleDirectoryTests {

	@TempDir
	Path folder;

	private Path examples;

	static class Sound {

		@GradioEndpoint
		String listen(@Audio Path sound) {
			return "x";
		}

	}

	static class Text {

		@GradioEndpoint
		String shout(String text) {
			return text;
		}

	}

	static class Two {

		@GradioEndpoint
		String listen(@Audio Path sound, int times) {
			return "x";
		}

	}

	@BeforeEach
	void makeFolder() throws IOException {
		this.examples = Files.createDirectories(this.folder.resolve("some examples"));
	}

	private void file(String name, String content) throws IOException {
		Path file = this.examples.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

	private ExampleApp app(Class<?> bean, String endpoint) {
		return ExampleApp.of(this.folder, bean,
				Interface.builder(endpoint).examplesDirectory("file:" + this.examples).build());
	}

	private static void verifyContent(ExampleApp app, JsonNode file, String content) {
		assertThat(app.files.find(file.path("path").asString()).block().location()).hasContent(content);
	}

	@Test
	void eachFileIsAnExample() throws IOException {
		file("b #1.wav", "b");
		file("a.wav", "a");
		file(".hidden", "x");
		file("deeper/c.wav", "c");
		try (ExampleApp app = app(Sound.class, "listen")) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['a.wav'], ['b #1.wav']]"));
			verifyContent(app, app.choose("listen_example", 1).blockLast().get(0), "b");
		}
	}

	@Test
	void namesAreTextForAnInputThatIsNoFile() throws IOException {
		file("a.wav", "a");
		try (ExampleApp app = app(Text.class, "shout")) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['a.wav']]"));
			assertThat(app.choose("shout_example", 0).blockLast()).containsExactly(json("'a.wav'"));
		}
	}

	@Test
	void theLogHasTheValues() throws IOException {
		file("a #1.wav", "a");
		file("deeper/b.wav", "b");
		file("log.csv", "sound,times,output\na #1.wav,3,old\n\ndeeper/b.wav,4,\"old,\ntoo\"\n,5\n");
		try (ExampleApp app = app(Two.class, "listen")) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['a #1.wav', 3], ['b.wav', 4], [null, 5]]"));
			verifyContent(app, app.choose("listen_example", 0).blockLast().get(0), "a");
			verifyContent(app, app.choose("listen_example", 1).blockLast().get(0), "b");
			assertThat(app.choose("listen_example", 2).blockLast()).containsExactly(json("null"), json("5"));
		}
	}

	@Test
	void examplesMayBeInAJar() throws Exception {
		Path jar = this.folder.resolve("examples.jar");
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream content = new JarOutputStream(file)) {
			for (String name : new String[] { "", "log.csv", "a.wav", "deeper/", "deeper/b.wav" }) {
				content.putNextEntry(new JarEntry("some/examples/" + name));
				content.write((name.equals("log.csv") ? "sound,times\na.wav,3\ndeeper/b.wav,4\n" : name)
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		Interface settings = Interface.builder("listen").examplesDirectory("classpath:some/examples").build();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() });
				ExampleApp app = ExampleApp.of(this.folder, Two.class, (builder) -> builder.add(settings)
					.resources(new PathMatchingResourcePatternResolver(loader)))) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['a.wav', 3], ['b.wav', 4]]"));
			verifyContent(app, app.choose("listen_example", 1).blockLast().get(0), "deeper/b.wav");
		}
	}

	@Test
	void declaredExamplesComeFirst() throws IOException {
		file("a.wav", "a");
		Interface settings = Interface.builder("shout")
			.examplesDirectory("file:" + this.examples + "/")
			.example("x")
			.cacheExamples(ExampleCache.LAZY)
			.build();
		try (ExampleApp app = ExampleApp.of(this.folder, Text.class, settings)) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['x'], ['a.wav']]"));
			assertThat(app.app.registry.find("shout_example_output")).isPresent();
		}
	}

	@Test
	void aFolderThatDoesNotFitIsWrong() throws IOException {
		verifyWrong(Sound.class, "no files");
		file("a.wav", "a");
		verifyWrong(Two.class, "'log.csv'");
		file("log.csv", "sound,times\na.wav,three\n");
		verifyWrong(Two.class, "'three'");
		file("log.csv", "sound,times\nmissing.wav,3\n");
		verifyWrong(Two.class, "'missing.wav'");
		file("log.csv", "");
		verifyWrong(Two.class, "is empty");
		Files.delete(this.examples.resolve("log.csv"));
		Files.delete(this.examples.resolve("a.wav"));
		Files.delete(this.examples);
		verifyWrong(Sound.class, "some examples");
	}

	private void verifyWrong(Class<?> bean, String message) {
		assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> app(bean, "listen"))
			.withMessageContaining(message);
	}

}
