package io.github.gradiospring.server.component;

import java.util.Map;

import io.github.gradiospring.server.annotation.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlotKindTests {

	private static final JsonNode WIRE = Declared.MAPPER.valueToTree(Map.of("type", "plotly", "plot", "{\"data\":[]}"));

	@Test
	void convertsBothWays() {
		PlotData plot = PlotData.plotly("{\"data\":[]}");
		ComponentBinding binding = bindInput(Values.class, "plot");
		assertThat(binding.component().type()).isEqualTo("plot");
		binding.check(WIRE);
		assertThat(binding.read(WIRE, null)).isEqualTo(plot);
		assertThat(binding.write(plot, null)).isEqualTo(WIRE);
	}

	@Test
	void chartsKeepTheirForm() {
		JsonNode wire = json("{'type':'altair','plot':'{}','chart':'bar'}");
		ComponentBinding binding = bindInput(Values.class, "plot");
		assertThat(binding.read(wire, null)).isEqualTo(new PlotData(Plot.Library.ALTAIR, "{}", "bar"));
		assertThat(binding.write(new PlotData(Plot.Library.ALTAIR, "{}", "bar"), null)).isEqualTo(wire);
		assertThat(binding.write(PlotData.vegaLite("{}"), null)).isEqualTo(json("{'type':'altair','plot':'{}'}"));
	}

	@Test
	void picturesAreDataUrls() {
		assertThat(bindInput(Values.class, "plot").write(PlotData.picture(new byte[] { 1, 2 }), null))
			.isEqualTo(json("{'type':'matplotlib','plot':'data:image/png;base64,AQI='}"));
	}

	@Test
	void figuresAreJson() {
		assertThat(bindOutput(Values.class, "text").write("{\"data\":[]}", null)).isEqualTo(WIRE);
		assertThat(bindOutput(Values.class, "node").write(json("{'a':1}"), null))
			.isEqualTo(Declared.MAPPER.valueToTree(Map.of("type", "bokeh", "plot", "{\"a\":1}")));
		assertThat(bindInput(Values.class, "textIn").read(WIRE, null)).isEqualTo("{\"data\":[]}");
		assertThat(bindInput(Values.class, "objectIn").read(WIRE, null)).isEqualTo(json("{'data':[]}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'a'|Expected a plot, which is an object with 'type' and 'plot'.",
					"{'type':'plotly'}|Expected a plot, which is an object with 'type' and 'plot'.",
					"{'type':'excel','plot':''}|The 'type' of a plot is 'altair', 'bokeh', 'plotly' or 'matplotlib'.",
					"{'type':'plotly','plot':'no json'}|The 'plot' is not the JSON of a figure.",
					"{'type':'plotly','plot':'[]'}|The 'plot' is not the JSON of a figure." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "objectIn").read(json(wire), null))
			.withMessage(message);
	}

	@Test
	void needsFigures() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "number"))
			.withMessageContaining("but @Plot needs a PlotData, a String or a JsonNode.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void plot(PlotData plot);

		@Plot
		String text();

		@Plot(Plot.Library.BOKEH)
		JsonNode node();

		void textIn(@Plot String figure);

		void objectIn(@Plot ObjectNode figure);

		void number(@Plot int figure);

	}

}
