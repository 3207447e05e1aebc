package io.github.gradiospring.client.call;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.app.RecordedApp;
import io.github.gradiospring.client.error.BadArgumentException;
import io.github.gradiospring.client.file.FileInput;
import io.github.gradiospring.client.file.FileTransfer;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgumentBinderTests {

	private final GradioApp app = RecordedApp.main();

	private final Uploads uploads = new Uploads();

	private final DefaultArgumentBinder binder = new DefaultArgumentBinder(this.uploads);

	@Test
	void byPositionByNameAndByDefault() {
		assertThat(bind("/calculator_defaults", List.of(1, "add"), Map.of())).isEqualTo(json("[1, 'add', 100]"));
		assertThat(bind("/calculator_defaults", List.of(1), Map.of("num2", 3))).isEqualTo(json("[1, null, 3]"));
		assertThat(bind("/calculator_defaults", List.of(), Map.of())).isEqualTo(json("[10, null, 100]"));
	}

	@Test
	void stateIsNullAndNobodyGivesIt() {
		assertThat(bind("/increment_with_queue", List.of(), Map.of())).isEqualTo(json("[null]"));
		assertThat(bind("/stateful_chatbot", List.of("hi", List.of()), Map.of())).isEqualTo(json("['hi', null, []]"));
	}

	@Test
	void whatDoesNotFitIsNamed() {
		assertThatBad("/calculator", List.of(1, "add"), Map.of()).withMessageContaining("needs the parameter 'num2'");
		assertThatBad("/calculator", List.of(1, "add", 2, 3), Map.of()).withMessageContaining("takes 3 inputs");
		assertThatBad("/calculator", List.of(), Map.of("number", 2))
			.withMessageContaining("no parameter 'number'. It has [num1, operation, num2]");
		assertThatBad("/calculator", List.of(1, "add", 2), Map.of("num1", 2)).withMessageContaining("given twice");
		assertThatBad("/undocumented", List.of(), Map.of("text", "x")).withMessageContaining("undocumented");
		assertThat(this.uploads.names).isEmpty();
	}

	@Test
	void anUndocumentedEndpointTakesPositions() {
		assertThat(bind("/undocumented", List.of("x"), Map.of())).isEqualTo(json("['x']"));
	}

	@Test
	void filesAreUploadedWhereverTheyAre() {
		List<JsonNode> data = bindRaw("/file_io",
				Arrays.asList(List.of(Path.of("a.txt"), new byte[] { 1 }), new ByteArrayResource(new byte[] { 2 }) {
					@Override
					public String getFilename() {
						return "b.txt";
					}
				}), Map.of());
		assertThat(this.uploads.names).containsExactly("a.txt", "file", "b.txt");
		assertThat(data.get(0).get(0).path("path").asString()).isEqualTo("up/0");
		assertThat(data.get(0).get(1).path("path").asString()).isEqualTo("up/1");
		assertThat(data.get(1).path("path").asString()).isEqualTo("up/2");
		assertThat(data.get(1).at("/meta/_type").asString()).isEqualTo("gradio.FileData");
	}

	@Test
	void filesInRecordsAndMapsAreUploadedToo() {
		record Picture(String title, Path file) {
		}
		List<JsonNode> data = bindRaw("/all_types", List.of("t", 1, 2, true, "a", "x", List.of(), List.of(), "#000000",
				Map.of("picture", new Picture("cat", Path.of("cat.png"))), List.of(), ""), Map.of());
		assertThat(data.get(9).at("/picture/title").asString()).isEqualTo("cat");
		assertThat(data.get(9).at("/picture/file/path").asString()).isEqualTo("up/0");
	}

	@Test
	void addressesArePassedOn() {
		List<JsonNode> data = bindRaw("/file_text", List.of(URI.create("https://example.org/dir/cat.png?x=1")),
				Map.of());
		assertThat(data.get(0).path("path").asString()).isEqualTo("https://example.org/dir/cat.png?x=1");
		assertThat(data.get(0).path("orig_name").asString()).isEqualTo("cat.png");
		assertThat(bindRaw("/file_text", List.of("http://example.org/a"), Map.of()).get(0).path("url").asString())
			.isEqualTo("http://example.org/a");
		assertThatBad("/file_text", List.of("cat.png"), Map.of()).withMessageContaining("A text is no file");
		assertThat(this.uploads.names).isEmpty();
	}

	@Test
	void nullFilesAndUploadedOnesArePassedOn() {
		assertThat(bindRaw("/file_text", Arrays.asList((Object) null), Map.of()).get(0).isNull()).isTrue();
		assertThat(bindRaw("/file_text", List.of(FileData.of("up/9")), Map.of()).get(0).path("path").asString())
			.isEqualTo("up/9");
	}

	private org.assertj.core.api.ThrowableAssertAlternative<BadArgumentException> assertThatBad(String endpoint,
			List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
		return assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> bindRaw(endpoint, positional, named));
	}

	private JsonNode bind(String endpoint, List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
		return GradioProtocol.jsonMapper().valueToTree(bindRaw(endpoint, positional, named));
	}

	private List<JsonNode> bindRaw(String endpoint, List<@Nullable Object> positional,
			Map<String, @Nullable Object> named) {
		ConnectedApp connected = new ConnectedApp(null, this.app);
		return this.binder.bind(connected, this.app.endpoint(endpoint), positional, named).block();
	}

	private static JsonNode json(String text) {
		return GradioProtocol.jsonMapper().readTree(text.replace('\'', '"'));
	}

	private static final class Uploads implements FileTransfer {

		private final List<String> names = new ArrayList<>();

		@Override
		public Mono<List<FileData>> upload(ConnectedApp app, List<FileInput> files) {
			List<FileData> uploaded = new ArrayList<>();
			for (FileInput file : files) {
				uploaded.add(FileData.of("up/" + this.names.size()));
				this.names.add(file.name());
			}
			return Mono.just(uploaded);
		}

		@Override
		public Flux<DataBuffer> content(ConnectedApp app, FileData file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mono<Path> download(ConnectedApp app, FileData file) {
			throw new UnsupportedOperationException();
		}

	}

}
