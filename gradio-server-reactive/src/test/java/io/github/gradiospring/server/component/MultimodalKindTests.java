package io.github.gradiospring.server.component;

import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.MultimodalTextbox;
import io.github.gradiospring.server.file.StoredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MultimodalKindTests {

	private FakeFileStore files;

	private ConversionContext context;

	private StoredFile stored;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.files = new FakeFileStore(folder);
		this.context = this.files.context();
		this.stored = this.files.put("a.pdf", new byte[] { 1 });
	}

	@Test
	void readsTextWithFiles() {
		JsonNode wire = json("{'text':'hi','files':[" + FakeFileStore.wire(this.stored) + "]}");
		ComponentBinding binding = bindInput(Values.class, "plain");
		binding.check(wire);
		assertThat(binding.read(wire, this.context))
			.isEqualTo(new MultimodalValue<>("hi", List.of(this.stored.location())));
		assertThat(binding.read(json("{'text':''}"), this.context)).isEqualTo(new MultimodalValue<>(""));
		assertThat(binding.blocking()).isTrue();
	}

	@Test
	void writesTextWithFiles() {
		MultimodalValue<FileData> value = new MultimodalValue<>("hi", List.of(FileData.of(this.stored.path())));
		JsonNode written = bindOutput(Values.class, "out").write(value, this.context);
		assertThat(written.propertyNames()).containsExactly("text", "files");
		assertThat(written.path("text").stringValue()).isEqualTo("hi");
		assertThat(written.at("/files/0/url").stringValue()).isEqualTo(FakeFileStore.URL + this.stored.path());
	}

	@Test
	void aDefaultIsAText() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "plain", "hello")).component().props())
			.containsEntry("value", json("{'text':'hello','files':[]}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'hi'|Expected an object with a 'text' and 'files'.",
					"{'files':[]}|Expected an object with a 'text' and 'files'.",
					"{'text':'a','files':'b'}|The 'files' of a text are a list, not a text.",
					"{'text':'a','files':['b']}|A file must be an object, not STRING. Upload the file first.",
					"{'text':'a','files':[{'path':'/etc/passwd','meta':{'_type':'gradio.FileData'}}]}"
							+ "|File not allowed: /etc/passwd. Upload it first." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "plain").read(json(wire), this.context))
			.withMessage(message);
	}

	@Test
	void fileTypesAreChecked() {
		JsonNode wire = json("{'text':'hi','files':[" + FakeFileStore.wire(this.stored) + "]}");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "images").read(wire, this.context))
			.withMessageStartingWith("Invalid file type.");
	}

	@Test
	void describesTheTextbox() {
		ComponentBinding binding = bindInput(Values.class, "images");
		assertThat(binding.component().type()).isEqualTo("multimodaltextbox");
		assertThat(binding.component().props()).containsEntry("placeholder", json("'Ask'"))
			.containsEntry("file_types", json("['image']"))
			.containsEntry("file_count", json("'multiple'"))
			.containsEntry("sources", json("['upload','microphone']"))
			.containsEntry("lines", json("2"))
			.containsEntry("max_lines", json("5"));
		assertThat(Declared.KINDS.bind(Declared.nullableInput(Values.class, "plain")).component().props())
			.doesNotContainKeys("value", "placeholder", "file_types")
			.containsEntry("file_count", json("'single'"));
	}

	@Test
	void needsMultimodalValues() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @MultimodalTextbox needs a MultimodalValue.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void plain(MultimodalValue<Path> value);

		void images(@MultimodalTextbox(placeholder = "Ask", types = "image", multiple = true,
				sources = { "upload", "microphone" }, lines = 2, maxLines = 5) MultimodalValue<FileData> value);

		MultimodalValue<FileData> out();

		void text(@MultimodalTextbox String value);

	}

}
