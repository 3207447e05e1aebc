package io.github.gradiospring.server.component;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.ImageEditor;
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

class EditorKindTests {

	private FakeFileStore files;

	private ConversionContext context;

	private StoredFile back;

	private StoredFile layer;

	private StoredFile all;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.files = new FakeFileStore(folder);
		this.context = this.files.context();
		this.back = this.files.put("back.png", new byte[] { 1 });
		this.layer = this.files.put("layer.png", new byte[] { 2 });
		this.all = this.files.put("all.png", new byte[] { 3 });
	}

	private JsonNode wire() {
		return json("{'background':" + FakeFileStore.wire(this.back) + ",'layers':[" + FakeFileStore.wire(this.layer)
				+ "],'composite':" + FakeFileStore.wire(this.all) + ",'id':null}");
	}

	@Test
	void readsDrawings() {
		ComponentBinding binding = bindInput(Values.class, "drawing");
		binding.check(wire());
		assertThat(binding.read(wire(), this.context))
			.isEqualTo(new EditorValue<>(this.back.location(), List.of(this.layer.location()), this.all.location()));
		assertThat(binding.blocking()).isTrue();
	}

	@Test
	void drawingsMayBeEmpty() {
		EditorValue<Path> empty = new EditorValue<>(null, List.of(), null);
		ComponentBinding binding = bindInput(Values.class, "drawing");
		assertThat(binding.read(json("{}"), this.context)).isEqualTo(empty);
		assertThat(binding.write(empty, this.context))
			.isEqualTo(json("{'background':null,'layers':[],'composite':null,'id':null}"));
	}

	@Test
	void oneImageIsTheComposite() {
		ComponentBinding binding = bindInput(Values.class, "sketch");
		assertThat(binding.read(wire(), this.context)).isEqualTo(this.all.location());
		JsonNode background = json("{'background':" + FakeFileStore.wire(this.back) + ",'layers':null}");
		assertThat(binding.read(background, this.context)).isEqualTo(this.back.location());
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.check(json("{'layers':[]}")))
			.withMessage("The drawing is empty.");
	}

	@Test
	void writesDrawings() {
		JsonNode written = bindOutput(Values.class, "out").write(new EditorValue<>(FileData.of(this.back.path()),
				List.of(FileData.of(this.layer.path())), FileData.of(this.all.path())), this.context);
		assertThat(written.propertyNames()).containsExactly("background", "layers", "composite", "id");
		assertThat(written.at("/background/orig_name").stringValue()).isEqualTo("back.png");
		assertThat(written.at("/layers/0/orig_name").stringValue()).isEqualTo("layer.png");
		assertThat(written.at("/composite/orig_name").stringValue()).isEqualTo("all.png");
	}

	@Test
	void writesOneImageOnce() {
		BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
		JsonNode written = bindOutput(Values.class, "painted").write(image, this.context);
		assertThat(written.path("composite")).isEqualTo(written.path("background"));
		assertThat(written.at("/composite/mime_type").stringValue()).isEqualTo("image/png");
		assertThat(written.path("layers")).isEmpty();
		assertThat(this.files.size()).isEqualTo(4);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'a'|Expected an object with 'background', 'layers' and 'composite', got a text.",
					"{'id':'abc'}|The 'id' of a drawing is not known here. Send its images.",
					"{'layers':'a'}|The 'layers' of a drawing are a list of images.",
					"{'background':'a'}|A file must be an object, not STRING. Upload the file first.",
					"{'layers':[null]}|A file must be an object, not NULL. Upload the file first.",
					"{'composite':{'path':'/etc/passwd','meta':{'_type':'gradio.FileData'}}}"
							+ "|File not allowed: /etc/passwd. Upload it first." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "drawing").read(json(wire), this.context))
			.withMessage(message);
	}

	@Test
	void modesHaveTheirTools() {
		assertThat(bindInput(Values.class, "drawing").component().props())
			.containsEntry("sources", json("['upload','webcam','clipboard']"))
			.containsEntry("canvas_size", json("[800,800]"))
			.doesNotContainKey("server_fns");
		ComponentDescription sketch = bindInput(Values.class, "sketch").component();
		assertThat(sketch.type()).isEqualTo("imageeditor");
		assertThat(sketch.props()).containsEntry("name", json("'imageeditor'"))
			.containsEntry("sources", json("[]"))
			.containsEntry("canvas_size", json("[100,50]"))
			.containsEntry("fixed_canvas", json("true"));
		assertThat(sketch.props().get("brush").path("color_mode").stringValue()).isEqualTo("fixed");
		assertThat(bindOutput(Values.class, "painted").component().props().get("brush").path("colors")).hasSize(5);
	}

	@Test
	void needsImages() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @ImageEditor needs an EditorValue, a BufferedImage, FileData");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "texts"))
			.withMessageContaining("EditorValue needs a type argument that stands for a file");
	}

	@SuppressWarnings("unused")
	interface Values {

		void drawing(EditorValue<Path> drawing);

		void sketch(@ImageEditor(mode = ImageEditor.Mode.SKETCHPAD, width = 100, height = 50,
				fixedCanvas = true) Path sketch);

		EditorValue<FileData> out();

		@ImageEditor(mode = ImageEditor.Mode.PAINT)
		BufferedImage painted();

		void text(@ImageEditor String text);

		void texts(EditorValue<String> texts);

	}

}
