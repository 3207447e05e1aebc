package io.github.gradiospring.server.component;

import java.nio.file.Path;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.ImageSlider;
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

class ImageSliderKindTests {

	private ConversionContext context;

	private StoredFile stored;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		FakeFileStore files = new FakeFileStore(folder);
		this.context = files.context();
		this.stored = files.put("a.png", new byte[] { 1 });
	}

	@Test
	void readsPairs() {
		ComponentBinding binding = bindInput(Values.class, "pair");
		JsonNode wire = json("[{'path':'" + this.stored.path() + "'},null]");
		binding.check(wire);
		assertThat(binding.read(wire, this.context)).isEqualTo(new ImagePair<>(this.stored.location(), null));
		assertThat(binding.blocking()).isTrue();
	}

	@Test
	void writesPairs() {
		JsonNode written = bindOutput(Values.class, "out").write(new ImagePair<>(null, FileData.of(this.stored.path())),
				this.context);
		assertThat(written).hasSize(2);
		assertThat(written.get(0).isNull()).isTrue();
		assertThat(written.at("/1/url").stringValue()).isEqualTo(FakeFileStore.URL + this.stored.path());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'a'|Expected a list of two images.", "[null]|Expected a list of two images.",
					"[null,'a']|A file must be an object, not STRING. Upload the file first.",
					"[null,{'path':'/etc/passwd'}]|File not allowed: /etc/passwd. Upload it first." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "pair").read(json(wire), this.context))
			.withMessage(message);
	}

	@Test
	void describesTheSlider() {
		assertThat(bindOutput(Values.class, "out").component().type()).isEqualTo("imageslider");
		assertThat(bindOutput(Values.class, "out").component().props()).containsEntry("slider_position", json("30"))
			.containsEntry("max_height", json("200"));
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @ImageSlider needs an ImagePair.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void pair(ImagePair<Path> pair);

		@ImageSlider(position = 30, maxHeight = 200)
		ImagePair<FileData> out();

		void text(@ImageSlider String pair);

	}

}
