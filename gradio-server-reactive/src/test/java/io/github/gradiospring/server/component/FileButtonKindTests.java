package io.github.gradiospring.server.component;

import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.DownloadButton;
import io.github.gradiospring.server.annotation.Model3d;
import io.github.gradiospring.server.annotation.UploadButton;
import io.github.gradiospring.server.file.StoredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Files in components other than a File. */
class FileButtonKindTests {

	private FakeFileStore files;

	private ConversionContext context;

	private StoredFile stored;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.files = new FakeFileStore(folder);
		this.context = this.files.context();
		this.stored = this.files.put("a.glb", new byte[] { 1 });
	}

	@ParameterizedTest
	@CsvSource({ "upload,uploadbutton", "download,downloadbutton", "model,model3d" })
	void convertsBothWays(String method, String type) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThat(binding.component().type()).isEqualTo(type);
		assertThat(binding.blocking()).isTrue();
		JsonNode wire = json(FakeFileStore.wire(this.stored));
		binding.check(wire);
		FileData read = (FileData) binding.read(wire, this.context);
		assertThat(read.url()).isEqualTo(FakeFileStore.URL + this.stored.path());
		assertThat(binding.write(read, this.context)).isEqualTo(WireFiles.write(read));
	}

	@ParameterizedTest
	@ValueSource(strings = { "upload", "download", "model", "uploads" })
	void refusesOtherJson(String method) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.check(json("'/tmp/x'")))
			.withMessageEndingWith("Upload the file first.");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(
					() -> binding.read(json("{'path':'/etc/passwd','meta':{'_type':'gradio.FileData'}}"), this.context))
			.withMessage("File not allowed: /etc/passwd. Upload it first.");
	}

	@Test
	void uploadsMayBeSeveral() {
		ComponentBinding binding = bindInput(Values.class, "uploads");
		assertThat(binding.component().type()).isEqualTo("uploadbutton");
		assertThat(binding.component().props()).containsEntry("file_count", json("'multiple'"))
			.containsEntry("file_types", json("['.glb']"));
		String wire = FakeFileStore.wire(this.stored);
		assertThat(binding.read(json("[" + wire + "," + wire + "]"), this.context))
			.isEqualTo(List.of(this.stored.location(), this.stored.location()));
		StoredFile other = this.files.put("a.txt", new byte[] { 1 });
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> binding.read(json("[" + FakeFileStore.wire(other) + "]"), this.context))
			.withMessageStartingWith("Invalid file type.");
	}

	@Test
	void buttonsHaveALabel() {
		assertThat(bindInput(Values.class, "upload").component().props())
			.containsEntry("label", json("'Upload a File'"))
			.containsEntry("variant", json("'secondary'"))
			.containsEntry("size", json("'lg'"))
			.containsEntry("interactive", json("true"));
		assertThat(bindOutput(Values.class, "report").component().props()).containsEntry("label", json("'output'"))
			.containsEntry("variant", json("'primary'"))
			.containsEntry("size", json("'sm'"));
	}

	@Test
	void resultsHaveAName() {
		assertThat(bindOutput(Values.class, "report").write(new byte[] { 1 }, this.context)
			.path("orig_name")
			.stringValue()).isEqualTo("file.bin");
		assertThat(
				bindOutput(Values.class, "shape").write(new byte[] { 1 }, this.context).path("orig_name").stringValue())
			.isEqualTo("model.glb");
	}

	@Test
	void describesTheModel() {
		assertThat(bindOutput(Values.class, "shape").component().props())
			.containsEntry("display_mode", json("'wireframe'"))
			.containsEntry("height", json("300"))
			.containsEntry("zoom_speed", json("1.5"))
			.containsEntry("pan_speed", json("1"));
		assertThat(bindInput(Values.class, "model").component().props()).doesNotContainKeys("display_mode", "height");
	}

	@ParameterizedTest
	@CsvSource({ "textUpload,@UploadButton", "textDownload,@DownloadButton", "downloads,@DownloadButton",
			"textModel,@Model3d" })
	void hintsNeedFiles(String method, String hint) {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, method))
			.withMessageContaining("but " + hint + " needs FileData, Path, File, Resource or byte[]");
	}

	@SuppressWarnings("unused")
	interface Values {

		void upload(@UploadButton FileData file);

		void uploads(@UploadButton(types = ".glb") List<Path> files);

		void download(@DownloadButton FileData file);

		void model(@Model3d FileData file);

		@DownloadButton(label = "", variant = "primary", size = "sm")
		byte[] report();

		@Model3d(displayMode = "wireframe", height = 300, zoomSpeed = 1.5)
		byte[] shape();

		void textUpload(@UploadButton String file);

		void textDownload(@DownloadButton String file);

		void downloads(@DownloadButton List<Path> file);

		void textModel(@Model3d String file);

	}

}
