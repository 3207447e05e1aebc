package io.github.gradiospring.server.component;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.annotation.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LabelKindTests {

	@Test
	void bestComesFirstAndTiesKeepTheirOrder() {
		Map<String, Float> scores = new LinkedHashMap<>();
		scores.put("a", 0.1f);
		scores.put("b", 0.7f);
		scores.put("c", 0.1f);
		assertThat(bindOutput(Values.class, "floats").write(scores, null)).isEqualTo(json("""
				{"label":"b","confidences":[{"label":"b","confidence":0.7},{"label":"a","confidence":0.1},
				{"label":"c","confidence":0.1}]}"""));
	}

	@Test
	void sendsTheTopClassesOnly() {
		ComponentBinding binding = bindOutput(Values.class, "top");
		assertThat(binding.component().type()).isEqualTo("label");
		assertThat(binding.component().props()).containsEntry("num_top_classes", json("1"));
		assertThat(binding.write(Map.of("a", 0.2, "b", 0.8), null))
			.isEqualTo(json("{'label':'b','confidences':[{'label':'b','confidence':0.8}]}"));
		assertThat(binding.write(Map.of(), null)).isEqualTo(json("{}"));
	}

	@Test
	void writesScores() {
		ComponentBinding binding = bindOutput(Values.class, "scores");
		assertThat(binding.write(LabelScores.of("cat"), null)).isEqualTo(json("{'label':'cat','confidences':null}"));
		assertThat(binding.write(LabelScores.of(Map.of("dog", 1)), null))
			.isEqualTo(json("{'label':'dog','confidences':[{'label':'dog','confidence':1.0}]}"));
	}

	@Test
	void reads() {
		String wire = "{'label':'cat','confidences':[{'label':'cat','confidence':0.75},{'label':'dog','confidence':0}]}";
		assertThat(bindInput(Values.class, "scoresIn").read(json(wire), null)).isEqualTo(new LabelScores("cat",
				List.of(new LabelScores.Confidence("cat", 0.75), new LabelScores.Confidence("dog", 0))));
		assertThat(bindInput(Values.class, "scoresIn").read(json("{'label':5}"), null)).isEqualTo(LabelScores.of("5"));
		assertThat(bindInput(Values.class, "mapIn").read(json(wire), null))
			.isEqualTo(Map.of("cat", new BigDecimal("0.75"), "dog", BigDecimal.ZERO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'cat'", "{}", "{'label':[]}", "{'label':'a','confidences':[{'label':'a'}]}" })
	void refusesWhatIsNoLabel(String wire) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "scoresIn").read(json(wire), null))
			.withMessageContaining("'label'");
	}

	@Test
	void needsNumbers() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "texts"))
			.withMessageEndingWith("but @Label needs a Map<String, Double> or LabelScores. "
					+ "Change the type or remove the annotation.");
		assertThatIllegalArgumentException().isThrownBy(() -> LabelScores.of(Map.of()));
	}

	@SuppressWarnings("unused")
	interface Values {

		@Label
		Map<String, Float> floats();

		@Label(numTopClasses = 1)
		Map<String, Double> top();

		LabelScores scores();

		void scoresIn(LabelScores scores);

		void mapIn(@Label Map<String, BigDecimal> scores);

		void texts(@Label Map<String, String> scores);

	}

}
