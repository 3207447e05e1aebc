package io.github.gradiospring.client.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.app.RecordedApp;
import io.github.gradiospring.client.error.BadArgumentException;
import io.github.gradiospring.client.file.FileInput;
import io.github.gradiospring.client.file.FileTransfer;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResultReaderTests {

	private static final String FILE = "{'path': 'up/%s', 'orig_name': '%s', 'meta': {'_type': 'gradio.FileData'}}";

	@TempDir
	private Path folder;

	private final GradioApp app = RecordedApp.main();

	private final DefaultResultReader reader = new DefaultResultReader(new Downloads());

	@Test
	void oneOutputIsTheResult() {
		assertThat(read("/greet", "['hi']", String.class)).isEqualTo("hi");
		assertThat(read("/calculator", "[7]", Double.class)).isEqualTo(7.0);
		assertThat(read("/greet", "[null]", String.class)).isNull();
		assertThat(read("/greet", "[null]", Optional.class)).isEqualTo(Optional.empty());
	}

	@Test
	void stateIsLeftOutAndNoOutputIsNothing() {
		assertThat(read("/increment_with_queue", "[null, 3]", Integer.class)).isEqualTo(3);
		assertThat(read("/no_output", "[]", String.class)).isNull();
		assertThat(read("/greet", "['hi']", Void.class)).isNull();
	}

	@Test
	void severalOutputsAreARecordAListOrAMap() {
		record Swapped(double number, String text) {
		}
		assertThat(read("/swap", "[2, 'x']", Swapped.class)).isEqualTo(new Swapped(2, "x"));
		assertThat(read("/swap", "[2, 'x']", List.class)).isEqualTo(List.of(2, "x"));
		assertThat(read("/swap", "[2, 'x']", JsonNode.class)).isEqualTo(json("[2, 'x']"));
		assertThat(read("/swap", "[2, 'x']", Map.class)).isEqualTo(Map.of("output", 2, "result", "x"));
	}

	@Test
	void whatDoesNotFitIsNamed() {
		record Three(int a, int b, int c) {
		}
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> read("/swap", "[2, 'x']", Three.class))
			.withMessageContaining("/swap has 2 outputs")
			.withMessageContaining("3 components");
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> read("/swap", "[2, 'x']", String.class))
			.withMessageContaining("ask for a record");
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> read("/greet", "['hi']", Integer.class))
			.withMessageContaining("does not fit");
	}

	@Test
	void aChangeOfPropertiesIsPassedOnOrItsValueTaken() {
		String update = "[{'__type__': 'update', 'value': 'X', 'visible': true}]";
		assertThat(read("/greet", update, String.class)).isEqualTo("X");
		assertThat((JsonNode) read("/greet", update, JsonNode.class)).isEqualTo(json(update).get(0));
		assertThat(read("/greet", "[{'__type__': 'update', 'visible': true}]", String.class)).isNull();
	}

	@Test
	void filesAreFetchedWhereverTheyAreWanted() throws IOException {
		String file = FILE.formatted("a", "a.txt");
		assertThat(Files.readString((Path) read("/make_file", "[" + file + "]", Path.class))).isEqualTo("up/a");
		assertThat((byte[]) read("/make_file", "[" + file + "]", byte[].class)).asString().isEqualTo("up/a");
		assertThat(((Resource) read("/make_file", "[" + file + "]", Resource.class))
			.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("up/a");
		record Both(List<Path> several, FileData link) {
		}
		Both both = (Both) read("/file_io", "[[" + file + "], " + FILE.formatted("b", "b.txt") + "]", Both.class);
		assertThat(both.several()).singleElement().satisfies((path) -> assertThat(path).hasContent("up/a"));
		assertThat(both.link().path()).isEqualTo("up/b");
	}

	@Test
	void aLinkIsNotFetchedAndAPathWithoutAMarkIsNoFile() {
		FileData link = (FileData) read("/make_file", "[" + FILE.formatted("a", "a.txt") + "]", FileData.class);
		assertThat(link.origName()).isEqualTo("a.txt");
		assertThat(this.folder).isEmptyDirectory();
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> read("/make_file", "[{'path': 'up/a'}]", Path.class))
			.withMessageContaining("no file here");
	}

	@Test
	void genericTypes() {
		ResolvableType type = ResolvableType.forType(new ParameterizedTypeReference<List<Map<String, Integer>>>() {
		});
		assertThat(this.reader
			.read(new ConnectedApp(null, this.app), this.app.endpoint("/greet"), List.of(json("[{'a': 1}]")), type)
			.block()).isEqualTo(List.of(Map.of("a", 1)));
	}

	private Object read(String endpoint, String data, Class<?> type) {
		return this.reader
			.read(new ConnectedApp(null, this.app), this.app.endpoint(endpoint), List.copyOf(json(data).values()),
					ResolvableType.forClass(type))
			.block();
	}

	private static JsonNode json(String text) {
		return GradioProtocol.jsonMapper().readTree(text.replace('\'', '"'));
	}

	private final class Downloads implements FileTransfer {

		@Override
		public Mono<List<FileData>> upload(ConnectedApp app, List<FileInput> files) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Flux<DataBuffer> content(ConnectedApp app, FileData file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mono<Path> download(ConnectedApp app, FileData file) {
			return Mono.fromCallable(
					() -> Files.writeString(ResultReaderTests.this.folder.resolve(file.origName()), file.path()));
		}

	}

}
