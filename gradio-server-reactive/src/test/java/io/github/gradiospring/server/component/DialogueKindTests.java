package io.github.gradiospring.server.component;

import java.util.List;

import io.github.gradiospring.server.annotation.Dialogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DialogueKindTests {

	private static final List<DialogueLine> LINES = List.of(new DialogueLine("Ann", "Hello"),
			new DialogueLine("Bob", "Hi"));

	private static final JsonNode WIRE = json("[{'speaker':'Ann','text':'Hello'},{'speaker':'Bob','text':'Hi'}]");

	@Test
	void convertsBothWays() {
		ComponentBinding binding = bindInput(Values.class, "lines");
		assertThat(binding.component().type()).isEqualTo("dialogue");
		binding.check(WIRE);
		assertThat(binding.read(WIRE, null)).isEqualTo(LINES);
		assertThat(binding.write(LINES, null)).isEqualTo(WIRE);
		assertThat(bindOutput(Values.class, "out").write(LINES.toArray(DialogueLine[]::new), null)).isEqualTo(WIRE);
	}

	@Test
	void aTextStandsForLines() {
		JsonNode text = Declared.MAPPER.valueToTree("[Ann] Hello\n\n  Hi\n[x");
		assertThat(bindInput(Values.class, "spoken").read(text, null)).isEqualTo(List
			.of(new DialogueLine("Ann", "Hello"), new DialogueLine("Bob", "Hi"), new DialogueLine("Bob", "[x")));
		assertThat(bindInput(Values.class, "lines").read(json("'Hi'"), null))
			.isEqualTo(List.of(new DialogueLine("Unknown", "Hi")));
	}

	@Test
	void theFrontendSwitchesBetweenLinesAndText() {
		ComponentBinding binding = bindInput(Values.class, "lines");
		JsonNode text = binding.call("format", WIRE);
		assertThat(text.stringValue()).isEqualTo("[Ann] Hello\n[Bob] Hi");
		assertThat(binding.call("unformat", Declared.MAPPER.createObjectNode().set("text", text))).isEqualTo(WIRE);
		assertThat(binding.call("unformat", json("{}"))).isEmpty();
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.call("other", WIRE))
			.withMessage("The component has no function 'other'.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{}|Expected a list of lines, got an object.",
					"['a']|Each line of a dialogue needs a 'speaker' and a 'text'.",
					"[{'speaker':'a'}]|Each line of a dialogue needs a 'speaker' and a 'text'." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "lines").read(json(wire), null))
			.withMessage(message);
	}

	@Test
	void describesTheDialogue() {
		assertThat(bindInput(Values.class, "spoken").component().props()).containsEntry("speakers", json("['Bob']"))
			.containsEntry("tags", json("['(laughs)']"))
			.containsEntry("placeholder", json("'Speak'"))
			.containsEntry("server_fns", json("['format','unformat']"));
		assertThat(bindInput(Values.class, "lines").component().props()).doesNotContainKeys("speakers", "placeholder");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @Dialogue needs a List<DialogueLine>.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void lines(List<DialogueLine> lines);

		void spoken(@Dialogue(speakers = "Bob", tags = "(laughs)", placeholder = "Speak") List<DialogueLine> lines);

		DialogueLine[] out();

		void text(@Dialogue String text);

	}

}
