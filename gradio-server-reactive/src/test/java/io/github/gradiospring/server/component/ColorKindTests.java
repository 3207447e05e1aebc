package io.github.gradiospring.server.component;

import java.awt.Color;

import io.github.gradiospring.server.annotation.ColorPicker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ColorKindTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "#ff8000|#ff8000", "#FF8000|#ff8000", "#f80|#ff8800", "#ff800080|#ff800080",
			"rgb(255, 128, 0)|#ff8000", "rgba(255, 128, 0, 1)|#ff8000", "rgba(254.6,128.1,0,0.5)|#fe800080" })
	void readsColours(String text, String written) {
		ComponentBinding binding = bindInput(Values.class, "color");
		assertThat(binding.component().type()).isEqualTo("colorpicker");
		JsonNode wire = Declared.MAPPER.valueToTree(text);
		binding.check(wire);
		assertThat(binding.write(binding.read(wire, null), null).stringValue()).isEqualTo(written);
	}

	@Test
	void channelsAreInPlace() {
		assertThat(bindInput(Values.class, "color").read(json("'#010203'"), null)).isEqualTo(new Color(1, 2, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'red'", "'#12345'", "'rgb(1,2)'", "''" })
	void refusesWhatIsNoColour(String wire) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "color").read(json(wire), null))
			.withMessageEndingWith("is not a colour. Write it as #rrggbb.");
	}

	@Test
	void textPasses() {
		ComponentBinding binding = bindInput(Values.class, "text");
		assertThat(binding.read(json("'red'"), null)).isEqualTo("red");
		assertThat(binding.write("red", null)).isEqualTo(json("'red'"));
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.check(json("5")))
			.withMessage("Expected a colour such as #ff0000, got a number.");
	}

	@Test
	void defaultsAreColours() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "color", "#fff")).component().props())
			.containsEntry("value", json("'#fff'"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "color", "red")))
			.withMessage("The default of 'color' is wrong: 'red' is not a colour. Write it as #rrggbb.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void color(Color color);

		void text(@ColorPicker String color);

	}

}
