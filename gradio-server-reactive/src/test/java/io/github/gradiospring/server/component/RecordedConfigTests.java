package io.github.gradiospring.server.component;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gradiospring.server.annotation.Dropdown;
import io.github.gradiospring.server.annotation.Html;
import io.github.gradiospring.server.annotation.Slider;
import io.github.gradiospring.server.annotation.Textbox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each component has the properties that Gradio writes to the recorded {@code /config}.
 */
class RecordedConfigTests {

	@ParameterizedTest
	@MethodSource("components")
	void propsAreAsRecorded(String recording, int id, String method, String defaultValue, String... others) {
		ComponentDescription component = Declared.KINDS.bind(Declared.input(Components.class, method, defaultValue))
			.component();
		Map<String, JsonNode> expected = new HashMap<>(recorded(recording, id));
		Map<String, JsonNode> actual = new HashMap<>(component.props());
		for (String other : others) {
			expected.remove(other);
			actual.remove(other);
		}
		assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
	}

	static Stream<Arguments> components() {
		String[] none = {};
		return Stream.of(arguments("config_interface", 183, "name", null, none),
				arguments("config_interface", 184, "n", "2", none), arguments("config_blocks_many", 202, "t", null,
						// info is a property that pages set
						new String[] { "info", "elem_id" }),
				arguments("config_blocks_many", 203, "number", "1", new String[] { "label" }),
				// what Python code gets does not matter to a page
				arguments("config_blocks_many", 207, "i", null, new String[] { "type" }),
				arguments("config_blocks_many", 208, "f", null, none),
				arguments("config_blocks_many", 210, "html", "<p>x</p>",
						new String[] { "label", "css_template", "js_on_load", "component_class_name" }),
				arguments("config_blocks_many", 211, "d", null, none),
				arguments("config_blocks_many", 213, "o", null, none));
	}

	private static Map<String, JsonNode> recorded(String recording, int id) {
		for (JsonNode step : Recordings.load(recording).path("steps")) {
			for (JsonNode component : step.path("response").path("json").path("components")) {
				if (component.path("id").intValue() == id) {
					Map<String, JsonNode> props = new HashMap<>();
					component.path("props").forEachEntry(props::put);
					return props;
				}
			}
		}
		throw new IllegalStateException("No component " + id + " in " + recording);
	}

	@SuppressWarnings("unused")
	interface Components {

		void name(String name);

		void n(@Slider(minimum = 1, maximum = 5, step = 1) double n);

		void t(@Textbox(lines = 2, placeholder = "ph") String t);

		void number(double number);

		void i(BufferedImage i);

		void f(Path f);

		void html(@Html String html);

		void d(@Dropdown(choices = { "a", "b" }, labels = { "a", "B" }) String d);

		void o(Map<String, Object> o);

	}

}
