package io.github.gradiospring.server.component;

import java.util.List;

import io.github.gradiospring.server.annotation.HighlightedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HighlightedTextKindTests {

	private static final List<HighlightedSpan> SPANS = List.of(new HighlightedSpan("a", "X"),
			new HighlightedSpan("b", "X"), new HighlightedSpan("c", null));

	@Test
	void convertsBothWays() {
		String wire = """
				[{"token":"a","class_or_confidence":"X"},{"token":"b","class_or_confidence":"X"},
				{"token":"c","class_or_confidence":null}]""";
		ComponentBinding binding = bindInput(Values.class, "plain");
		assertThat(binding.component().type()).isEqualTo("highlightedtext");
		binding.check(json(wire));
		assertThat(binding.read(json(wire), null)).isEqualTo(SPANS);
		assertThat(binding.write(SPANS, null)).isEqualTo(json(wire));
	}

	@Test
	void combinesAdjacentSpans() {
		ComponentBinding binding = bindOutput(Values.class, "combined");
		assertThat(binding.component().props()).containsEntry("show_legend", json("true"))
			.containsEntry("combine_adjacent", json("true"));
		assertThat(binding.write(SPANS.toArray(HighlightedSpan[]::new), null))
			.isEqualTo(json("[{'token':'ab','class_or_confidence':'X'},{'token':'c','class_or_confidence':null}]"));
	}

	@Test
	void readsConfidencesAsText() {
		assertThat(bindInput(Values.class, "plain").read(json("[{'token':'a','class_or_confidence':0.5}]"), null))
			.isEqualTo(List.of(new HighlightedSpan("a", "0.5")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'a'", "['a']", "[{'text':'a'}]" })
	void refusesOtherJson(String wire) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "plain").check(json(wire)))
			.withMessageContaining("token");
	}

	@Test
	void needsSpans() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "texts"))
			.withMessageContaining("but @HighlightedText needs a List<HighlightedSpan>.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void plain(List<HighlightedSpan> spans);

		@HighlightedText(showLegend = true, combineAdjacent = true)
		HighlightedSpan[] combined();

		void texts(@HighlightedText List<String> spans);

	}

}
