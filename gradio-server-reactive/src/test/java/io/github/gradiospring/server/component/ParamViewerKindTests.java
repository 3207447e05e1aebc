package io.github.gradiospring.server.component;

import java.util.Map;

import io.github.gradiospring.server.annotation.ParamViewer;
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

class ParamViewerKindTests {

	private static final JsonNode WIRE = json("{'n':{'type':'int','description':'How many','default':null}}");

	@Test
	void convertsBothWays() {
		Map<String, ParamDoc> params = Map.of("n", new ParamDoc("int", "How many", null));
		ComponentBinding binding = bindInput(Values.class, "params");
		assertThat(binding.component().type()).isEqualTo("paramviewer");
		binding.check(WIRE);
		assertThat(binding.read(WIRE, null)).isEqualTo(params);
		assertThat(binding.write(params, null)).isEqualTo(WIRE);
		assertThat(binding.read(json("{'n':{'type':'int','description':'','default':'1'}}"), null))
			.isEqualTo(Map.of("n", new ParamDoc("int", "", "1")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "[]|Expected an object with parameters, got a list.",
					"{'n':5}|Each parameter needs a 'type' and a 'description'.",
					"{'n':{'type':'int'}}|Each parameter needs a 'type' and a 'description'." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "params").read(json(wire), null))
			.withMessage(message);
	}

	@Test
	void describesTheViewer() {
		assertThat(bindOutput(Values.class, "out").component().props()).containsEntry("language", json("'typescript'"))
			.containsEntry("linkify", json("['T']"))
			.doesNotContainKey("header");
		assertThat(bindInput(Values.class, "params").component().props()).containsEntry("header", json("'Parameters'"))
			.doesNotContainKey("linkify");
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "params", WIRE.toString())).component().props())
			.containsEntry("value", WIRE);
	}

	@Test
	void needsDescriptions() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "texts"))
			.withMessageContaining("but @ParamViewer needs a Map<String, ParamDoc>.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void params(Map<String, ParamDoc> params);

		@ParamViewer(language = "typescript", header = "", linkify = "T")
		Map<String, ParamDoc> out();

		void texts(@ParamViewer Map<String, String> params);

	}

}
