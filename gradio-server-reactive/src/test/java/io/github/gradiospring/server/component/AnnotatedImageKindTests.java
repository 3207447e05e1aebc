package io.github.gradiospring.server.component;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.ImageAnnotations;
import io.github.gradiospring.server.annotation.ImageAnnotations.LabelColor;
import io.github.gradiospring.server.component.AnnotatedImage.Region;
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

class AnnotatedImageKindTests {

	private static final BufferedImage IMAGE = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);

	private FakeFileStore files;

	private ConversionContext context;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.files = new FakeFileStore(folder);
		this.context = this.files.context();
	}

	private BufferedImage picture(JsonNode written, int annotation) throws IOException {
		String path = written.path("annotations").path(annotation).path("image").path("path").stringValue();
		return ImageIO.read(this.files.find(path).block().location().toFile());
	}

	// the pixels are those of Gradio for the same box and mask
	@Test
	void paintsBoxes() throws IOException {
		JsonNode written = bindOutput(Values.class, "out").write(AnnotatedImage.of(IMAGE).box("b", 2, 1, 15, 30),
				this.context);
		assertThat(written.propertyNames()).containsExactly("image", "annotations");
		assertThat(written.at("/annotations/0/label").stringValue()).isEqualTo("b");
		BufferedImage box = picture(written, 0);
		assertThat(box.getWidth()).isEqualTo(20);
		assertThat(box.getHeight()).isEqualTo(10);
		assertThat(box.getRGB(0, 0)).isZero();
		assertThat(box.getRGB(15, 5)).isZero();
		assertThat(box.getRGB(2, 1)).isEqualTo(0xffff0000);
		assertThat(box.getRGB(4, 1)).isEqualTo(0xffff0000);
		assertThat(box.getRGB(12, 4)).isEqualTo(0xffff0000);
		assertThat(box.getRGB(14, 5)).isEqualTo(0xffff0000);
		assertThat(box.getRGB(5, 4)).isEqualTo(0x7fff0000);
		assertThat(box.getRGB(11, 5)).isEqualTo(0x7fff0000);
		assertThat(box.getRGB(5, 9)).isEqualTo(0x7fff0000);
	}

	@Test
	void paintsMasks() throws IOException {
		float[][] mask = new float[10][20];
		mask[2][3] = 0.3f;
		mask[4][5] = 1;
		mask[5][5] = 7;
		JsonNode written = bindOutput(Values.class, "out").write(AnnotatedImage.of(IMAGE).mask("x", mask),
				this.context);
		BufferedImage picture = picture(written, 0);
		assertThat(picture.getRGB(2, 1)).isZero();
		assertThat(picture.getRGB(3, 2)).isEqualTo(76 << 24 | 0x102030);
		assertThat(picture.getRGB(5, 4)).isEqualTo(0xff102030);
		assertThat(picture.getRGB(5, 5)).isEqualTo(0xff102030);
	}

	@Test
	void masksHaveTheSizeOfTheImage() {
		AnnotatedImage<BufferedImage> value = AnnotatedImage.of(IMAGE).mask("x", new float[10][19]);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> bindOutput(Values.class, "out").write(value, this.context))
			.withMessage("A mask does not have the size of its image, 20 x 10 pixels.");
	}

	@Test
	void picturesGoBothWays() {
		JsonNode written = bindOutput(Values.class, "out").write(AnnotatedImage.of(IMAGE).box("b", 0, 0, 5, 5),
				this.context);
		ComponentBinding binding = bindInput(Values.class, "image");
		binding.check(written);
		@SuppressWarnings("unchecked")
		AnnotatedImage<FileData> read = (AnnotatedImage<FileData>) binding.read(written, this.context);
		assertThat(read.image().origName()).isEqualTo("image.png");
		assertThat(read.annotations()).singleElement()
			.satisfies((annotation) -> assertThat(annotation.label()).isEqualTo("b"))
			.satisfies((annotation) -> assertThat(annotation.region()).isInstanceOf(Region.Picture.class));
		assertThat(binding.write(read, this.context)).isEqualTo(written);
		assertThat(this.files.size()).isEqualTo(2);
	}

	@Test
	void boxesNeedAnImageThatCanBeRead() {
		StoredFile text = this.files.put("a.svg", "<svg/>".getBytes());
		AnnotatedImage<FileData> value = AnnotatedImage.of(FileData.of(text.path()));
		ComponentBinding binding = bindInput(Values.class, "image");
		assertThat(binding.write(value, this.context).path("annotations")).isEmpty();
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> binding.write(value.box("b", 0, 0, 5, 5), this.context))
			.withMessage("The file 'a.svg' is not an image that can be read here, such as PNG, JPEG or GIF.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'a'|Expected an object with an 'image' and 'annotations'.",
					"{'image':{}}|Expected an object with an 'image' and 'annotations'.",
					"{'image':{},'annotations':[]}|A file must have the key 'meta'",
					"{'image':{'path':'x','meta':{'_type':'gradio.FileData'}},'annotations':[{'label':'a'}]}"
							+ "|Each of the annotations needs an 'image' and a 'label'.",
					"{'image':{'path':'x','meta':{'_type':'gradio.FileData'}},'annotations':[]}"
							+ "|File not allowed: x. Upload it first." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "image").read(json(wire), this.context))
			.withMessageContaining(message);
	}

	@Test
	void describesTheImage() {
		assertThat(bindOutput(Values.class, "out").component().props()).containsEntry("show_legend", json("false"))
			.containsEntry("height", json("100"))
			.containsEntry("color_map", json("{'x':'#102030'}"));
		assertThat(bindInput(Values.class, "image").component().props()).doesNotContainKeys("height", "color_map");
	}

	@Test
	void needsImagesAndColours() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @ImageAnnotations needs an AnnotatedImage.");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "red"))
			.withMessage("'image' has the colour 'red' for 'a', which is not of the form #rrggbb.");
	}

	@SuppressWarnings("unused")
	interface Values {

		@ImageAnnotations(showLegend = false, height = 100, colors = @LabelColor(label = "x", color = "#102030"))
		AnnotatedImage<BufferedImage> out();

		void image(AnnotatedImage<FileData> image);

		void text(@ImageAnnotations String image);

		void red(@ImageAnnotations(colors = @LabelColor(label = "a", color = "red")) AnnotatedImage<FileData> image);

	}

}
