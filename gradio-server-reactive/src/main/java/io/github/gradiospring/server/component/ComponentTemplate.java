package io.github.gradiospring.server.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Gradio 6.31 says of a component that was made with its defaults: the resource
 * {@code <name>.json} beside this class, one per component, as observed in
 * {@code /config} and {@code /info}.
 *
 * @param props the properties that are not null
 * @param schema the JSON schema, {@code null} when it depends on the value
 * @param pythonType the Python type
 * @param exampleInput the example, {@code null} when it depends on the value
 * @param events what may happen to the component on a page
 */
record ComponentTemplate(Map<String, JsonNode> props, @Nullable JsonNode schema, String pythonType,
		@Nullable JsonNode exampleInput, Set<String> events) {

	/**
	 * Loads a template.
	 * @param name the resource's name without its extension
	 * @return the template, empty when there is none of that name
	 */
	static ComponentTemplate load(String name) {
		try (InputStream resource = ComponentTemplate.class.getResourceAsStream(name + ".json")) {
			if (resource == null) {
				return new ComponentTemplate(Map.of(), null, "Any", null, Set.of());
			}
			JsonNode content = GradioProtocol.jsonMapper().readTree(resource);
			Map<String, JsonNode> props = new LinkedHashMap<>();
			content.path("props").forEachEntry(props::put);
			Set<String> events = new LinkedHashSet<>();
			content.path("events").forEach((event) -> events.add(event.asString()));
			return new ComponentTemplate(props, content.get("schema"), content.path("python_type").asString("Any"),
					content.get("example_input"), events);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
