package io.github.gradiospring.server.component;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

import javax.imageio.ImageIO;

import io.github.gradiospring.server.annotation.Image;
import io.github.gradiospring.server.file.StoredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImageKindTests {

	private FakeFileStore files;

	private ConversionContext context;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.files = new FakeFileStore(folder);
		this.context = this.files.context();
	}

	@Test
	void images() throws IOException {
		ComponentBinding binding = bindOutput(Values.class, "out");
		assertThat(binding.component().type()).isEqualTo("image");
		assertThat(binding.blocking()).isTrue();
		BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(2, 1, 0x80112233);
		JsonNode written = binding.write(image, this.context);
		assertThat(written.path("orig_name").stringValue()).isEqualTo("image.png");
		assertThat(written.path("mime_type").stringValue()).isEqualTo("image/png");
		BufferedImage read = (BufferedImage) bindInput(Values.class, "image").read(written, this.context);
		assertThat(read.getWidth()).isEqualTo(3);
		assertThat(read.getHeight()).isEqualTo(2);
		assertThat(read.getRGB(2, 1)).isEqualTo(0x80112233);
	}

	@Test
	void largeImagesAreNotDecoded() throws IOException {
		StoredFile large = this.files.put("large.png", png(10, 11));
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "small").read(wire(large), this.context))
			.withMessage("The image has 10 x 11 pixels; at most 100 pixels are accepted.");
		StoredFile fits = this.files.put("fits.png", png(10, 10));
		assertThat(bindInput(Values.class, "small").read(wire(fits), this.context)).isInstanceOf(BufferedImage.class);
	}

	@Test
	void hugeSizesInTheHeaderAreRefusedByDefault() throws IOException {
		byte[] bomb = png(1, 1);
		// width and height of a PNG are at bytes 16 and 20
		Arrays.fill(bomb, 17, 20, (byte) 0x7f);
		Arrays.fill(bomb, 21, 24, (byte) 0x7f);
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(
					() -> bindInput(Values.class, "image").read(wire(this.files.put("bomb.png", bomb)), this.context))
			.withMessage("The image has 8355711 x 8355711 pixels; at most 50000000 pixels are accepted.");
	}

	@Test
	void damagedImagesAreAnError() throws IOException {
		byte[] png = png(50, 50);
		StoredFile damaged = this.files.put("cut.png", Arrays.copyOf(png, 40));
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "image").read(wire(damaged), this.context))
			.withMessage("The image 'cut.png' is damaged.");
		StoredFile text = this.files.put("text.png", "no image".getBytes());
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "image").read(wire(text), this.context))
			.withMessage("The file 'text.png' is not an image that can be read here, such as PNG, JPEG or GIF.");
	}

	@Test
	void filesWithTheHintPassAsTheyAre() throws IOException {
		StoredFile text = this.files.put("text.svg", "<svg/>".getBytes());
		Path read = (Path) bindInput(Values.class, "path").read(wire(text), this.context);
		assertThat(Files.readString(read)).isEqualTo("<svg/>");
		assertThat(bindInput(Values.class, "path").component().props()).containsEntry("sources", json("['webcam']"));
	}

	@Test
	void framesOfACameraAreInTheirAddress() throws IOException {
		String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png(4, 3));
		JsonNode frame = json("{'url':'" + url + "'}");
		ComponentBinding binding = bindInput(Values.class, "image");
		binding.check(frame);
		BufferedImage read = (BufferedImage) binding.read(frame, this.context);
		assertThat(read.getWidth()).isEqualTo(4);
		Path path = (Path) bindInput(Values.class, "path").read(frame, this.context);
		assertThat(path).hasFileName("image.png").hasBinaryContent(png(4, 3));
	}

	@Test
	void otherAddressesNeedAPath() {
		ComponentBinding binding = bindInput(Values.class, "image");
		for (String url : new String[] { "http://localhost/a.png", "data:text/html;base64,AAAA",
				"data:image/svg+xml;base64,AAAA" }) {
			assertThatExceptionOfType(InvalidValueException.class)
				.isThrownBy(() -> binding.check(json("{'url':'" + url + "'}")))
				.withMessageContaining("'path'");
		}
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> binding.read(json("{'url':'data:image/png;base64,%'}"), this.context))
			.withMessage("The image is damaged.");
		assertThat(this.files.size()).isZero();
	}

	private static byte[] png(int width, int height) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
		return bytes.toByteArray();
	}

	private static JsonNode wire(StoredFile file) {
		return json("{'path':'" + file.path() + "','meta':{'_type':'gradio.FileData'}}");
	}

	@SuppressWarnings("unused")
	interface Values {

		BufferedImage out();

		void image(BufferedImage image);

		void small(@Image(maxPixels = 100) BufferedImage image);

		void path(@Image(sources = "webcam") Path image);

	}

}
