package io.github.gradiospring.server.component;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.PythonType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A Gradio component without its place on a page.
 *
 * @param type the type's name in lower case, such as {@code textbox}
 * @param props the properties that the frontend reads, {@code label} and {@code value}
 * (the initial value, which is also the default of the parameter) among them; as on the
 * wire a property without a value is absent
 * @param inputSchema the JSON schema of what a caller sends
 * @param outputSchema the JSON schema of what a caller gets
 * @param pythonInputType how Python's client names the type of what it sends
 * @param pythonOutputType how Python's client names the type of what it gets
 * @param exampleInput the value that documentation shows
 * @param skipApi whether callers do not see the component, as with state
 */
public record ComponentDescription(String type, Map<String, JsonNode> props, @Nullable JsonNode inputSchema,
		@Nullable JsonNode outputSchema, PythonType pythonInputType, PythonType pythonOutputType,
		@Nullable JsonNode exampleInput, boolean skipApi) {

	public ComponentDescription {
		// Map.copyOf would lose the order
		props = Collections.unmodifiableMap(new LinkedHashMap<>(props));
	}

	/**
	 * Starts a description. For a component of Gradio it has Gradio's default properties,
	 * schema, Python type and example already, where they do not depend on the value.
	 * @param type the type's name in lower case
	 * @return a builder
	 */
	public static Builder builder(String type) {
		return new Builder(type, ComponentTemplate.load(type));
	}

	/**
	 * Starts a description from one of several templates of a type, such as the button
	 * that is a {@code clearbutton}.
	 * @param type the type's name in lower case
	 * @param template the name of what Gradio makes of the type
	 * @return a builder
	 */
	public static Builder builder(String type, String template) {
		return new Builder(type, ComponentTemplate.load(template));
	}

	/**
	 * What may happen to the component on a page, such as {@code change}.
	 * @return the names of the events, none for a component that Gradio does not have
	 */
	public Set<String> events() {
		return ComponentTemplate.load(this.type).events();
	}

	/**
	 * The same component with another property.
	 * @param name the property
	 * @param value the value
	 * @return a copy
	 */
	public ComponentDescription withProp(String name, JsonNode value) {
		Map<String, JsonNode> changed = new LinkedHashMap<>(this.props);
		changed.put(name, value);
		return new ComponentDescription(this.type, changed, this.inputSchema, this.outputSchema, this.pythonInputType,
				this.pythonOutputType, this.exampleInput, this.skipApi);
	}

	/**
	 * Builds a {@link ComponentDescription}.
	 */
	public static final class Builder {

		private final String type;

		private final Map<String, JsonNode> props = new LinkedHashMap<>();

		private @Nullable JsonNode schema;

		private String pythonType;

		private @Nullable JsonNode exampleInput;

		private boolean skipApi;

		Builder(String type, ComponentTemplate template) {
			this.type = type;
			this.props.putAll(template.props());
			this.props.put("name", GradioProtocol.jsonMapper().valueToTree(type));
			this.schema = template.schema();
			this.pythonType = template.pythonType();
			this.exampleInput = template.exampleInput();
		}

		/**
		 * Sets the label that users see.
		 * @param label the label
		 * @return this builder
		 */
		public Builder label(String label) {
			return prop("label", label);
		}

		/**
		 * Sets a property.
		 * @param name the name as the frontend knows it
		 * @param value a value that Jackson can write, {@code null} for no property
		 * @return this builder
		 */
		public Builder prop(String name, @Nullable Object value) {
			if (value == null) {
				this.props.remove(name);
			}
			else {
				this.props.put(name, GradioProtocol.jsonMapper().valueToTree(value));
			}
			return this;
		}

		/**
		 * Sets the JSON schema of the value on the wire.
		 * @param schema the schema
		 * @param pythonType how Python's client names the type, such as {@code list[str]}
		 * @return this builder
		 */
		public Builder schema(@Nullable JsonNode schema, String pythonType) {
			this.schema = schema;
			this.pythonType = pythonType;
			return this;
		}

		/**
		 * Sets the value that documentation shows.
		 * @param exampleInput a value that Jackson can write, {@code null} for none
		 * @return this builder
		 */
		public Builder exampleInput(@Nullable Object exampleInput) {
			this.exampleInput = (exampleInput != null) ? GradioProtocol.jsonMapper().valueToTree(exampleInput) : null;
			return this;
		}

		/**
		 * Hides the component from callers.
		 * @return this builder
		 */
		public Builder skipApi() {
			this.skipApi = true;
			return this;
		}

		/**
		 * Builds the description. Gradio describes the Python type of an input by the
		 * schema's {@code additional_description}, that of an output by its
		 * {@code description} (observed with Gradio 6.31).
		 * @return the description
		 */
		public ComponentDescription build() {
			return new ComponentDescription(this.type, this.props, this.schema, this.schema,
					new PythonType(this.pythonType, text("additional_description")),
					new PythonType(this.pythonType, text("description")), this.exampleInput, this.skipApi);
		}

		/** A key that is there with a null says null, as in Gradio's own documents. */
		private @Nullable String text(String key) {
			JsonNode text = (this.schema != null) ? this.schema.get(key) : null;
			return (text == null) ? "" : text.asStringOpt().orElse(null);
		}

	}

}
