package io.github.gradiospring.protocol.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * A component of a page. The last four keys are absent from layout blocks, buttons and
 * state (observed with Gradio 6.31).
 *
 * @param id the id, unique in the process
 * @param type the kind, such as <code>textbox</code>
 * @param props the properties in order; <code>name</code> repeats the type
 * @param skipApi whether API callers neither send nor get its value
 * @param componentClassId the class of a custom component
 * @param key keeps the value when the page is drawn again
 * @param apiInfo the JSON schema of the value; {@code null} with {@code skipApi}, then
 * not written
 * @param apiInfoAsInput the JSON schema of the value as an input
 * @param apiInfoAsOutput the JSON schema of the value as an output
 * @param exampleInputs an example value
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({ "id", "type", "props", "skip_api", "component_class_id", "key", "api_info", "api_info_as_input",
		"api_info_as_output", "example_inputs" })
@JsonDeserialize(builder = ComponentConfig.Builder.class)
public record ComponentConfig(int id, String type, Map<String, JsonNode> props, boolean skipApi,
		String componentClassId, @Nullable JsonNode key,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode apiInfo,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode apiInfoAsInput,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode apiInfoAsOutput,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode exampleInputs) {

	public ComponentConfig {
		props = Collections.unmodifiableMap(new LinkedHashMap<>(props));
		key = (key == null || key.isNull()) ? null : key;
	}

	/**
	 * A builder with the values that a client assumes for absent keys.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * A builder with the values of this object.
	 * @return the builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Collects the values of a {@link ComponentConfig}.
	 */
	@JsonPOJOBuilder(withPrefix = "")
	@JsonNaming(SnakeCaseStrategy.class)
	public static final class Builder {

		private int id;

		private String type = "";

		private Map<String, JsonNode> props = Map.of();

		private boolean skipApi;

		private String componentClassId = "";

		private @Nullable JsonNode key;

		private @Nullable JsonNode apiInfo;

		private @Nullable JsonNode apiInfoAsInput;

		private @Nullable JsonNode apiInfoAsOutput;

		private @Nullable JsonNode exampleInputs;

		private Builder() {
		}

		private Builder(ComponentConfig source) {
			this.id = source.id;
			this.type = source.type;
			this.props = source.props;
			this.skipApi = source.skipApi;
			this.componentClassId = source.componentClassId;
			this.key = source.key;
			this.apiInfo = source.apiInfo;
			this.apiInfoAsInput = source.apiInfoAsInput;
			this.apiInfoAsOutput = source.apiInfoAsOutput;
			this.exampleInputs = source.exampleInputs;
		}

		/** Set {@link ComponentConfig#id()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder id(int id) {
			this.id = id;
			return this;
		}

		/** Set {@link ComponentConfig#type()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder type(String type) {
			this.type = type;
			return this;
		}

		/** Set {@link ComponentConfig#props()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder props(Map<String, JsonNode> props) {
			this.props = props;
			return this;
		}

		/** Set {@link ComponentConfig#skipApi()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder skipApi(boolean skipApi) {
			this.skipApi = skipApi;
			return this;
		}

		/** Set {@link ComponentConfig#componentClassId()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder componentClassId(String componentClassId) {
			this.componentClassId = componentClassId;
			return this;
		}

		/** Set {@link ComponentConfig#key()}. */
		public Builder key(@Nullable JsonNode key) {
			this.key = key;
			return this;
		}

		/** Set {@link ComponentConfig#apiInfo()}. */
		public Builder apiInfo(@Nullable JsonNode apiInfo) {
			this.apiInfo = apiInfo;
			return this;
		}

		/** Set {@link ComponentConfig#apiInfoAsInput()}. */
		public Builder apiInfoAsInput(@Nullable JsonNode apiInfoAsInput) {
			this.apiInfoAsInput = apiInfoAsInput;
			return this;
		}

		/** Set {@link ComponentConfig#apiInfoAsOutput()}. */
		public Builder apiInfoAsOutput(@Nullable JsonNode apiInfoAsOutput) {
			this.apiInfoAsOutput = apiInfoAsOutput;
			return this;
		}

		/** Set {@link ComponentConfig#exampleInputs()}. */
		public Builder exampleInputs(@Nullable JsonNode exampleInputs) {
			this.exampleInputs = exampleInputs;
			return this;
		}

		/**
		 * Build the object.
		 * @return the object
		 */
		public ComponentConfig build() {
			return new ComponentConfig(this.id, this.type, this.props, this.skipApi, this.componentClassId, this.key,
					this.apiInfo, this.apiInfoAsInput, this.apiInfoAsOutput, this.exampleInputs);
		}

	}

}
