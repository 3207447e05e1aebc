package io.github.gradiospring.server.component;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.Audio;
import io.github.gradiospring.server.annotation.FileUpload;
import io.github.gradiospring.server.annotation.Image;
import io.github.gradiospring.server.annotation.Video;
import io.github.gradiospring.server.file.FileNotAllowedException;
import io.github.gradiospring.server.file.StoredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FileKindTests {

	private static final byte[] CONTENT = { 1, 2, 3 };

	@TempDir
	private Path folder;

	private FakeFileStore files;

	private ConversionContext context;

	private StoredFile stored;

	@BeforeEach
	void createStore() {
		this.files = new FakeFileStore(this.folder.resolve("store"));
		this.context = this.files.context();
		this.stored = this.files.put("a b.txt", CONTENT);
	}

	private ObjectNode wire(String path) {
		ObjectNode file = json("{'meta':{'_type':'gradio.FileData'}}").asObject();
		return file.put("path", path).put("orig_name", "My file.txt");
	}

	@ParameterizedTest
	@CsvSource({ "data,file", "path,file", "file,file", "resource,file", "bytes,file", "list,file", "array,file",
			"byteArrays,file", "audio,audio", "video,video", "image,image" })
	void choosesTheComponent(String method, String type) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThat(binding.component().type()).isEqualTo(type);
		assertThat(binding.blocking()).isTrue();
		assertThat(binding.component().pythonInputType().type()).contains("filepath");
	}

	@Test
	void readsEachType() throws IOException {
		JsonNode wire = wire(this.stored.path());
		assertThat(bindInput(Values.class, "path").read(wire, this.context)).isEqualTo(this.stored.location());
		assertThat(bindInput(Values.class, "file").read(wire, this.context)).isEqualTo(this.stored.location().toFile());
		assertThat(bindInput(Values.class, "bytes").read(wire, this.context)).isEqualTo(CONTENT);
		Resource resource = (Resource) bindInput(Values.class, "resource").read(wire, this.context);
		assertThat(resource.getFilename()).isEqualTo("My file.txt");
		assertThat(resource.getContentAsByteArray()).isEqualTo(CONTENT);
		assertThat(bindInput(Values.class, "audio").read(wire, this.context)).isEqualTo(this.stored.location());
	}

	@Test
	void tellsTheTruthAboutFileData() {
		ObjectNode wire = wire(this.stored.path()).put("url", "http://internal/secret").put("size", 99);
		assertThat(bindInput(Values.class, "data").read(wire, this.context)).isEqualTo(FileData.of(this.stored.path())
			.withUrl(FakeFileStore.URL + "gradio/1/a%20b.txt")
			.withSize(3L)
			.withOrigName("My file.txt")
			.withMimeType("text/plain"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc/passwd", "..", "a\\b", "a\nb", " " })
	void unsafeNamesAreDropped(String name) {
		ObjectNode wire = wire(this.stored.path()).put("orig_name", name);
		Resource resource = (Resource) bindInput(Values.class, "resource").read(wire, this.context);
		assertThat(resource.getFilename()).isEqualTo("a b.txt");
	}

	@Test
	void readsListsAndSingleFiles() {
		JsonNode one = wire(this.stored.path());
		ComponentBinding list = bindInput(Values.class, "list");
		list.check(one);
		assertThat(list.read(one, this.context)).isEqualTo(List.of(this.stored.location()));
		JsonNode two = Declared.MAPPER.valueToTree(List.of(one, one));
		list.check(two);
		assertThat(list.read(two, this.context)).isEqualTo(List.of(this.stored.location(), this.stored.location()));
		assertThat(bindInput(Values.class, "array").read(two, this.context)).isInstanceOf(FileData[].class);
		assertThat(bindInput(Values.class, "path").read(two, this.context)).isEqualTo(this.stored.location());
	}

	@ParameterizedTest
	@ValueSource(strings = { "path", "bytes", "resource", "data", "list", "image" })
	void nothingOutsideOfTheStoreIsRead(String method) throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret.txt"), "secret");
		for (String path : List.of(secret.toString(), secret.toUri().toString(), "http://localhost/x",
				this.stored.location().toString())) {
			assertThatExceptionOfType(InvalidValueException.class)
				.isThrownBy(() -> bindInput(Values.class, method).read(wire(path), this.context))
				.withMessage("File not allowed: " + path + ". Upload it first.");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'/tmp/x'|A file must be an object", "{'path':'x'}|A file must have the key 'meta'",
					"{'meta':{'_type':'gradio.FileData'}}|A file must have the key 'path'",
					"[]|A file must be an object",
					"{'path':'x','size':'big','meta':{'_type':'gradio.FileData'}}|The key 'size' of a file must" })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "path").check(json(wire)))
			.withMessageStartingWith(message)
			.withMessageEndingWith("Upload the file first.");
	}

	@Test
	void imagesMayLackTheMark() {
		JsonNode wire = json("{'path':'" + this.stored.path() + "'}");
		ComponentBinding binding = bindInput(Values.class, "image");
		binding.check(wire);
		assertThat(binding.read(wire, this.context)).isEqualTo(this.stored.location());
	}

	@Test
	void filesThatVanishedAreAnError() throws IOException {
		Files.delete(this.stored.location());
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "bytes").read(wire(this.stored.path()), this.context))
			.withMessage("The file 'My file.txt' can no longer be read.");
	}

	@Test
	void fileTypesAreChecked() {
		assertThat(bindInput(Values.class, "documents").component().props()).containsEntry("file_types",
				json("['.TXT','image']"));
		assertThat(bindInput(Values.class, "documents").read(wire(this.stored.path()), this.context)).isNotNull();
		assertThat(
				bindInput(Values.class, "documents").read(wire(this.files.put("x.png", CONTENT).path()), this.context))
			.isNotNull();
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "documents").read(wire(this.files.put("x.exe", CONTENT).path()),
					this.context))
			.withMessage("Invalid file type. Please upload a file that is one of these formats: ['.TXT', 'image']");
	}

	@Test
	void writesEachType() throws IOException {
		Path report = Files.write(Files.createDirectories(this.folder.resolve("work")).resolve("my report.pdf"),
				CONTENT);
		JsonNode expected = json("""
				{"path":"gradio/2/my report.pdf","url":"http://localhost/gradio_api/file=gradio/2/my%20report.pdf",
				"size":3,"orig_name":"my report.pdf","mime_type":"application/pdf","is_stream":false,
				"meta":{"_type":"gradio.FileData"}}""");
		assertThat(bindOutput(Values.class, "pathOut").write(report, this.context)).isEqualTo(fileSize(expected));
		assertThat(written("resourceOut", new FileSystemResource(report)).path("orig_name").stringValue())
			.isEqualTo("my report.pdf");
		assertThat(written("fileOut", report.toFile()).path("orig_name").stringValue()).isEqualTo("my report.pdf");
		assertThat(written("bytesOut", CONTENT).path("orig_name").stringValue()).isEqualTo("file.bin");
		assertThat(written("resourceOut", new ByteArrayResource(new byte[200_000])).path("size").intValue())
			.isEqualTo(200_000);
		assertThat(written("audioOut", CONTENT).path("mime_type").stringValue()).startsWith("audio/");
		assertThat(bindOutput(Values.class, "listOut").write(List.of(report, report), this.context)).hasSize(2);
		assertThat(this.files.size()).isEqualTo(9);
	}

	// sizes are longs on the Java side
	private static JsonNode fileSize(JsonNode expected) {
		return expected.asObject().put("size", expected.path("size").longValue());
	}

	private JsonNode written(String method, Object value) {
		return bindOutput(Values.class, method).write(value, this.context);
	}

	@Test
	void resourcesWithoutAFileAreRead() {
		InputStream stream = getClass().getResourceAsStream("/recordings/info_server.json");
		JsonNode written = written("resourceOut", new InputStreamResource(stream));
		assertThat(written.path("size").intValue()).isGreaterThan(5000);
	}

	@Test
	void fileDataOfTheStoreIsRefreshed() {
		JsonNode written = written("dataOut", FileData.of(this.stored.path()));
		assertThat(written.path("url").stringValue()).isEqualTo(FakeFileStore.URL + "gradio/1/a%20b.txt");
		assertThat(written.path("size").intValue()).isEqualTo(3);
		assertThat(written.path("orig_name").stringValue()).isEqualTo("a b.txt");
		assertThat(this.files.size()).isOne();
		assertThatExceptionOfType(FileNotAllowedException.class)
			.isThrownBy(() -> written("dataOut", FileData.of("/etc/passwd")));
	}

	@Test
	void specialCharactersAreEncodedInTheUrlOnly() {
		StoredFile odd = this.files.put("50% é#?.txt", CONTENT);
		JsonNode written = written("dataOut", FileData.of(odd.path()));
		assertThat(written.path("path").stringValue()).isEqualTo("gradio/2/50% é#?.txt");
		assertThat(written.path("url").stringValue())
			.isEqualTo(FakeFileStore.URL + "gradio/2/50%25%20%C3%A9%23%3F.txt");
	}

	@Test
	void filesHaveNoDefault() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "path", "/etc/passwd")))
			.withMessage("The default of 'value' is wrong: A file has no default. Let the value be nullable instead.");
	}

	@ParameterizedTest
	@CsvSource({ "textAsImage,@Image", "numberAsAudio,@Audio", "textAsVideo,@Video", "textAsFile,@FileUpload" })
	void hintsNeedFiles(String method, String hint) {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, method))
			.withMessageContaining("but " + hint + " needs ")
			.withMessageContaining("FileData, Path, File, Resource or byte[]");
	}

	@SuppressWarnings("unused")
	interface Values {

		void data(FileData value);

		void path(Path value);

		void file(File value);

		void resource(Resource value);

		void bytes(byte[] value);

		void list(List<Path> value);

		void array(FileData[] value);

		void byteArrays(List<byte[]> value);

		void audio(@Audio Path value);

		void video(@Video FileData value);

		void image(@Image Path value);

		void documents(@FileUpload(types = { ".TXT", "image" }) Path value);

		Path pathOut();

		File fileOut();

		Resource resourceOut();

		byte[] bytesOut();

		FileData dataOut();

		List<Path> listOut();

		@Audio
		byte[] audioOut();

		void textAsImage(@Image String value);

		void numberAsAudio(@Audio int value);

		void textAsVideo(@Video String value);

		void textAsFile(@FileUpload String value);

	}

}
