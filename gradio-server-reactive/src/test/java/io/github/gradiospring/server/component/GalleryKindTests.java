package io.github.gradiospring.server.component;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.Gallery;
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

class GalleryKindTests {

	private FakeFileStore files;

	private ConversionContext context;

	private StoredFile image;

	private StoredFile video;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.files = new FakeFileStore(folder);
		this.context = this.files.context();
		this.image = this.files.put("a.png", new byte[] { 1 });
		this.video = this.files.put("b.mp4", new byte[] { 2 });
	}

	private JsonNode wire() {
		return json("[{'image':" + FakeFileStore.wire(this.image) + ",'caption':'A'},{'video':"
				+ FakeFileStore.wire(this.video) + "}]");
	}

	@Test
	void readsItems() {
		ComponentBinding binding = bindInput(Values.class, "items");
		binding.check(wire());
		assertThat(binding.read(wire(), this.context)).isEqualTo(
				List.of(new GalleryItem<>(this.image.location(), "A"), new GalleryItem<>(this.video.location(), null)));
		assertThat(binding.blocking()).isTrue();
	}

	@Test
	void readsFilesWithoutCaptions() {
		assertThat(bindInput(Values.class, "files").read(wire(), this.context))
			.isEqualTo(List.of(this.image.location(), this.video.location()));
	}

	@Test
	void imagesMayLackTheMark() {
		JsonNode wire = json("[{'image':{'path':'" + this.image.path() + "'}}]");
		assertThat(bindInput(Values.class, "files").read(wire, this.context)).isEqualTo(List.of(this.image.location()));
	}

	@Test
	void writesImagesAndVideos() {
		JsonNode written = bindOutput(Values.class, "out")
			.write(new GalleryItem<?>[] { new GalleryItem<>(FileData.of(this.image.path()), "A"),
					new GalleryItem<>(FileData.of(this.video.path())) }, this.context);
		assertThat(written).hasSize(2);
		assertThat(written.at("/0/image/url").stringValue()).isEqualTo(FakeFileStore.URL + this.image.path());
		assertThat(written.at("/0/caption").stringValue()).isEqualTo("A");
		assertThat(written.get(1).propertyNames()).containsExactly("video", "caption");
		assertThat(written.at("/1/video/mime_type").stringValue()).isEqualTo("video/mp4");
		assertThat(written.at("/1/caption").isNull()).isTrue();
	}

	@Test
	void decodesImages() {
		BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
		JsonNode written = bindOutput(Values.class, "drawn").write(List.of(image), this.context);
		assertThat(written.at("/0/image/orig_name").stringValue()).isEqualTo("image.png");
		List<?> read = (List<?>) bindInput(Values.class, "small").read(written, this.context);
		assertThat(read).singleElement()
			.isInstanceOfSatisfying(BufferedImage.class, (copy) -> assertThat(copy.getWidth()).isEqualTo(3));
	}

	@Test
	void largeImagesAreNotDecoded() {
		BufferedImage image = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
		JsonNode written = bindOutput(Values.class, "drawn").write(List.of(image), this.context);
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "small").read(written, this.context))
			.withMessage("The image has 3 x 3 pixels; at most 6 pixels are accepted.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'a'|Expected a list of images and videos, got a text.",
					"['a']|Each item of a gallery needs an 'image' or a 'video'.",
					"[{'image':null}]|Each item of a gallery needs an 'image' or a 'video'.",
					"[{'video':{'path':'x'}}]|File not allowed: x. Upload it first.",
					"[{'image':{'path':'/etc/passwd'}}]|File not allowed: /etc/passwd. Upload it first." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "items").read(json(wire), this.context))
			.withMessage(message);
	}

	@Test
	void fileTypesAreChecked() {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "photos").read(wire(), this.context))
			.withMessage("Invalid file type. Please upload a file that is one of these formats: ['image']");
	}

	@Test
	void describesTheGallery() {
		ComponentBinding binding = bindInput(Values.class, "photos");
		assertThat(binding.component().type()).isEqualTo("gallery");
		assertThat(binding.component().props()).containsEntry("columns", json("3"))
			.containsEntry("rows", json("1"))
			.containsEntry("height", json("200"))
			.containsEntry("object_fit", json("'cover'"))
			.containsEntry("file_types", json("['image']"))
			.containsEntry("sources", json("['webcam']"))
			.containsEntry("value", json("[]"));
		assertThat(Declared.KINDS.bind(Declared.nullableInput(Values.class, "items")).component().props())
			.doesNotContainKeys("value", "rows", "height", "object_fit", "file_types");
	}

	@Test
	void needsImages() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "texts"))
			.withMessageContaining("but @Gallery needs a list of GalleryItem");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "textItems"))
			.withMessageContaining("GalleryItem needs a type argument that stands for a file: FileData, Path");
	}

	@SuppressWarnings("unused")
	interface Values {

		void items(List<GalleryItem<Path>> items);

		void files(@Gallery List<Path> files);

		void photos(@Gallery(columns = 3, rows = 1, height = 200, objectFit = "cover", types = "image",
				sources = "webcam") List<Path> photos);

		void small(@Gallery(maxPixels = 6) List<BufferedImage> images);

		GalleryItem<FileData>[] out();

		List<BufferedImage> drawn();

		void texts(@Gallery List<String> texts);

		void textItems(List<GalleryItem<String>> texts);

	}

}
