package io.github.gradiospring.blocks.interfaces;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.Audio;
import io.github.gradiospring.server.annotation.Dropdown;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.Image;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import io.github.gradiospring.server.file.StoredFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

import static io.github.gradiospring.blocks.interfaces.ExampleApp.json;
import static io.github.gradiospring.blocks.interfaces.ExampleApp.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExampleValuesTests {

	@TempDir
	Path folder;

	enum Size {

		SMALL, LARGE

	}

	record Point(int x, int y) {
	}

	static class Plain {

		@GradioEndpoint
		String plain(double number, Size size, List<Size> sizes, Point point, String text) {
			return text;
		}

	}

	static class Picture {

		@GradioEndpoint
		String look(@Image Path picture, @Nullable String title) {
			return "x";
		}

	}

	static class Sound {

		@GradioEndpoint
		String listen(@Audio Path sound) {
			return "x";
		}

	}

	static class Documents {

		@GradioEndpoint
		String read(List<Path> documents) {
			return "x";
		}

	}

	static class Bytes {

		@GradioEndpoint
		String read(byte[] document) {
			return "x";
		}

	}

	static class NoSuchFile {

		@GradioEndpoint
		@GradioInterface(examples = @GradioExample("classpath:no/such/file.png"))
		String look(@Image Path picture) {
			return "x";
		}

	}

	private Path file(String name) throws IOException {
		return Files.writeString(this.folder.resolve(name), "content of " + name);
	}

	private JsonNode choose(ExampleApp app, String endpoint, int index, int input) {
		return app.choose(endpoint, index).blockLast().get(input);
	}

	private static void verifyFile(ExampleApp app, JsonNode file, String name) throws IOException {
		StoredFile stored = app.files.find(file.path("path").asString()).block();
		assertThat(stored).isNotNull();
		assertThat(stored.location()).hasContent("content of " + name);
		assertThat(file.path("url").asString()).startsWith("http://localhost/gradio_api/file=");
		assertThat(file.path("orig_name").asString()).isEqualTo(name);
		assertThat(file.path("size").asLong()).isEqualTo(("content of " + name).length());
		assertThat(file.path("meta").path("_type").asString()).isEqualTo("gradio.FileData");
	}

	@Test
	void valuesOfJavaAreThoseOfTheWire() {
		Interface settings = Interface.builder("plain")
			.exampleValues(3, Size.LARGE, List.of(Size.SMALL), new Point(1, 2), "a")
			.exampleValues("4.5", "SMALL", json("['LARGE']"), "{\"x\": 3, \"y\": 4}", null)
			.build();
		try (ExampleApp app = ExampleApp.of(this.folder, Plain.class, settings)) {
			StepVerifier.create(app.choose("plain_example", 0))
				.expectNext(row("3", "'LARGE'", "['SMALL']", "{'x': 1, 'y': 2}", "'a'"))
				.verifyComplete();
			StepVerifier.create(app.choose("plain_example", 1))
				.expectNext(row("4.5", "'SMALL'", "['LARGE']", "{'x': 3, 'y': 4}", "null"))
				.verifyComplete();
			assertThat(app.app.registry.find("plain_example_files")).isEmpty();
		}
	}

	@Test
	void whatTheInputCannotHaveIsWrong() {
		Interface settings = Interface.builder("plain").exampleValues(new Point(1, 2)).build();
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> ExampleApp.of(this.folder, Plain.class, settings))
			.withMessageContaining("'number'")
			.withMessageContaining("Point[x=1, y=2]");
	}

	@Test
	void picturesAreShownWhenThePageIsOpened() throws IOException {
		Interface settings = Interface.builder("look")
			.exampleValues(file("a b.png"), "first")
			.exampleValues(new FileSystemResource(file("b.png")), "second")
			.build();
		try (ExampleApp app = ExampleApp.of(this.folder, Picture.class, settings)) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[[null, 'first'], [null, 'second']]"));
			assertThat(app.app.dependency("look_example_files").outputs())
				.isEqualTo(app.app.dependency("look_example").inputs());
			JsonNode update = app.call("look_example_files").blockLast().get(0);
			assertThat(update.path("__type__").asString()).isEqualTo("update");
			verifyFile(app, update.path("samples").path(0).path(0), "a b.png");
			assertThat(update.path("samples").path(0).path(0).path("url").asString()).endsWith("/a%20b.png");
			assertThat(update.path("samples").path(0).path(1)).isEqualTo(json("'first'"));
			verifyFile(app, update.path("samples").path(1).path(0), "b.png");
			verifyFile(app, choose(app, "look_example", 0, 0), "a b.png");
		}
	}

	@Test
	void aLabelNeedsNoPicture() throws IOException {
		Interface settings = Interface.builder("look")
			.exampleValues(file("a.png"), "first")
			.example(new Interface.Example(Arrays.asList(file("b.png"), null), "the second"))
			.build();
		try (ExampleApp app = ExampleApp.of(this.folder, Picture.class, settings)) {
			assertThat(app.dataset().get("sample_labels")).isEqualTo(json("['a.png, first', 'the second']"));
			assertThat(app.app.registry.find("look_example_files")).isEmpty();
		}
	}

	@Test
	void otherFilesAreShownByTheirName() throws IOException {
		Resource inMemory = new ByteArrayResource("content of b.wav".getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getFilename() {
				return "b.wav";
			}

		};
		Interface settings = Interface.builder("listen")
			.exampleValues(file("a.wav").toFile())
			.exampleValues(inMemory)
			.example("file:" + file("c.wav"))
			.build();
		try (ExampleApp app = ExampleApp.of(this.folder, Sound.class, settings)) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['a.wav'], ['b.wav'], ['c.wav']]"));
			assertThat(app.app.registry.find("listen_example_files")).isEmpty();
			verifyFile(app, choose(app, "listen_example", 0, 0), "a.wav");
			verifyFile(app, choose(app, "listen_example", 1, 0), "b.wav");
			verifyFile(app, choose(app, "listen_example", 2, 0), "c.wav");
		}
	}

	@Test
	void severalFilesAreAList() throws IOException {
		File second = file("b.txt").toFile();
		Interface settings = Interface.builder("read")
			.exampleValues(List.of(file("a.txt"), second))
			.exampleValues((Object) new Path[] { second.toPath() })
			.example("file:" + this.folder + "/*.txt")
			.build();
		try (ExampleApp app = ExampleApp.of(this.folder, Documents.class, settings)) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['a.txt, b.txt'], ['b.txt'], ['a.txt, b.txt']]"));
			JsonNode files = choose(app, "read_example", 0, 0);
			assertThat(files.isArray()).isTrue();
			verifyFile(app, files.get(0), "a.txt");
			verifyFile(app, files.get(1), "b.txt");
			assertThat(choose(app, "read_example", 1, 0)).hasSize(1);
			assertThat(choose(app, "read_example", 2, 0)).hasSize(2);
		}
	}

	@Test
	void contentInMemoryIsAFile() {
		Interface settings = Interface.builder("read").exampleValues((Object) new byte[] { 1, 2 }).build();
		try (ExampleApp app = ExampleApp.of(this.folder, Bytes.class, settings)) {
			assertThat(app.dataset().get("samples")).isEqualTo(json("[['(file)']]"));
			JsonNode file = choose(app, "read_example", 0, 0);
			assertThat(app.files.find(file.path("path").asString()).block().size()).isEqualTo(2);
		}
	}

	@Test
	void aFileThatExpiredIsPutAgain() throws IOException {
		Interface settings = Interface.builder("listen").exampleValues(file("a.wav")).build();
		try (ExampleApp app = ExampleApp.of(this.folder, Sound.class, settings)) {
			JsonNode first = choose(app, "listen_example", 0, 0);
			StoredFile stored = app.files.find(first.path("path").asString()).block();
			Files.delete(this.folder.resolve("a.wav"));
			assertThat(choose(app, "listen_example", 0, 0)).as("kept").isEqualTo(first);
			file("a.wav");
			Files.delete(stored.location());
			JsonNode again = choose(app, "listen_example", 0, 0);
			assertThat(again).isEqualTo(first);
			verifyFile(app, again, "a.wav");
		}
	}

	@Test
	void aFileThatIsNotThereIsWrong() {
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> ExampleApp.of(this.folder, NoSuchFile.class, (builder) -> builder))
			.withMessageContaining("classpath:no/such/file.png")
			.withMessageContaining("'picture'");
	}

}
