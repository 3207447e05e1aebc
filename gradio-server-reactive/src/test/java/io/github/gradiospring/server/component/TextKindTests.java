package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.Code;
import io.github.gradiospring.server.annotation.Html;
import io.github.gradiospring.server.annotation.Markdown;
import io.github.gradiospring.server.annotation.Textbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TextKindTests {

	@ParameterizedTest
	@CsvSource({ "plain,textbox", "sequence,textbox", "character,textbox", "boxed,textbox", "password,textbox",
			"sql,code", "markdown,markdown", "html,html" })
	void choosesTheComponent(String method, String type) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThat(binding.component().type()).isEqualTo(type);
		assertThat(binding.opaque()).isFalse();
		assertThat(binding.blocking()).isFalse();
	}

	@Test
	void hintsBecomeProps() {
		assertThat(bindInput(Values.class, "password").component().props()).containsEntry("type", json("'password'"))
			.containsEntry("lines", json("3"))
			.containsEntry("max_lines", json("9"))
			.containsEntry("max_length", json("20"))
			.containsEntry("placeholder", json("'Secret'"));
		assertThat(bindInput(Values.class, "sql").component().props()).containsEntry("language", json("'sql'"))
			.containsEntry("lines", json("5"));
	}

	@Test
	void absentPropsAreLeftOut() {
		assertThat(bindInput(Values.class, "plain").component().props()).containsEntry("label", json("'text'"))
			.containsEntry("name", json("'textbox'"))
			.doesNotContainKeys("value", "placeholder", "max_lines", "max_length");
	}

	@ParameterizedTest
	@CsvSource({ "'\"a\"',a", "3,3", "2.50,2.5", "true,True" })
	void readsScalarsAsPythonDoes(String wire, String text) {
		ComponentBinding binding = bindInput(Values.class, "plain");
		binding.check(json(wire));
		assertThat(binding.read(json(wire), null)).isEqualTo(text);
	}

	@Test
	void refusesContainers() {
		ComponentBinding binding = bindInput(Values.class, "plain");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.check(json("['a']")))
			.withMessage("Expected a text, got a list.");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.check(json("{}")))
			.withMessage("Expected a text, got an object.");
	}

	@Test
	void readsCharacters() {
		ComponentBinding binding = bindInput(Values.class, "character");
		assertThat(binding.read(json("'x'"), null)).isEqualTo('x');
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.read(json("'xy'"), null))
			.withMessage("Expected a single character, got 2.");
	}

	@Test
	void writesText() {
		ComponentBinding binding = bindInput(Values.class, "sequence");
		assertThat(binding.write(new StringBuilder("built"), null)).isEqualTo(json("'built'"));
		assertThat(bindInput(Values.class, "character").write('x', null)).isEqualTo(json("'x'"));
	}

	@Test
	void defaultsArePlain() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "plain", "{\"a\"")).component().props())
			.containsEntry("value", Declared.MAPPER.valueToTree("{\"a\""));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "character", "ab")))
			.withMessage("The default of 'c' is wrong: Expected a single character, got 2.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void plain(String text);

		void sequence(CharSequence text);

		void character(char c);

		void boxed(Character c);

		void password(@Textbox(type = Textbox.Type.PASSWORD, lines = 3, maxLines = 9, maxLength = 20,
				placeholder = "Secret") String text);

		void sql(@Code(language = "sql") String text);

		void markdown(@Markdown String text);

		void html(@Html String text);

	}

}
