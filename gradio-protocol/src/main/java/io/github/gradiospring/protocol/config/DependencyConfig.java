package io.github.gradiospring.protocol.config;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.gradiospring.protocol.info.ApiVisibility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * A function of an app with its listeners; Gradio calls it a dependency.
 *
 * @param id the <code>fn_index</code> of calls; {@link #UNKNOWN_ID} until a config knows
 * its place
 * @param targets what triggers it in the page
 * @param inputs the components whose values it takes
 * @param outputs the components that its values go to
 * @param backendFn whether the server has a function for it
 * @param js a script that the browser runs first: its text, or true
 * @param queue whether it goes through the queue
 * @param apiName the name for callers without slash, or {@code null}
 * @param apiDescription what it does
 * @param scrollToOutput whether the browser scrolls to the output
 * @param showProgress <code>full</code>, <code>minimal</code> or <code>hidden</code>
 * @param showProgressOn the components that show the progress, if not the outputs
 * @param batch whether it takes several callers at once
 * @param maxBatchSize how many callers it takes at once
 * @param cancels the dependencies whose jobs it cancels
 * @param types what it is besides a function
 * @param collectsEventData whether the browser sends event data
 * @param triggerAfter the dependency that it follows
 * @param triggerOnlyOnSuccess whether it follows only a success
 * @param triggerOnlyOnFailure whether it follows only a failure
 * @param triggerMode <code>once</code>, <code>multiple</code> or <code>always_last</code>
 * @param apiVisibility who may see and call it
 * @param renderedIn the render function that made it
 * @param renderId the component that the render function belongs to
 * @param connection <code>sse</code>, or <code>stream</code> for a streamed input
 * @param timeLimit the seconds that a streamed job may take
 * @param streamEvery the seconds between two chunks of a streamed input
 * @param eventSpecificArgs what the event needs of the settings of a streamed input
 * @param componentPropInputs the positions of inputs that take all properties
 * @param jsImplementation the function itself as a script
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({ "id", "targets", "inputs", "outputs", "backend_fn", "js", "queue", "api_name", "api_description",
		"scroll_to_output", "show_progress", "show_progress_on", "batch", "max_batch_size", "cancels", "types",
		"collects_event_data", "trigger_after", "trigger_only_on_success", "trigger_only_on_failure", "trigger_mode",
		"api_visibility", "rendered_in", "render_id", "connection", "time_limit", "stream_every", "event_specific_args",
		"component_prop_inputs", "js_implementation" })
@JsonDeserialize(builder = DependencyConfig.Builder.class)
public record DependencyConfig(int id, List<Target> targets, List<Integer> inputs, List<Integer> outputs,
		boolean backendFn, @Nullable JsonNode js, boolean queue, @Nullable String apiName,
		@Nullable String apiDescription, boolean scrollToOutput, @Nullable String showProgress,
		@Nullable List<Integer> showProgressOn, boolean batch, int maxBatchSize, List<Integer> cancels,
		DependencyTypes types, boolean collectsEventData, @Nullable Integer triggerAfter, boolean triggerOnlyOnSuccess,
		boolean triggerOnlyOnFailure, @Nullable String triggerMode, ApiVisibility apiVisibility,
		@Nullable Integer renderedIn, @Nullable Integer renderId, String connection, @Nullable Number timeLimit,
		double streamEvery, @Nullable List<String> eventSpecificArgs, List<Integer> componentPropInputs,
		@Nullable String jsImplementation) {

	/**
	 * The id of a dependency that came without one. In a {@link GradioConfig} its
	 * position takes the place, as clients assume.
	 */
	public static final int UNKNOWN_ID = -1;

	public DependencyConfig {
		js = (js == null || js.isNull()) ? null : js;
		targets = (targets != null) ? List.copyOf(targets) : List.of();
		inputs = (inputs != null) ? List.copyOf(inputs) : List.of();
		outputs = (outputs != null) ? List.copyOf(outputs) : List.of();
		cancels = (cancels != null) ? List.copyOf(cancels) : List.of();
		showProgressOn = (showProgressOn != null) ? List.copyOf(showProgressOn) : null;
		eventSpecificArgs = (eventSpecificArgs != null) ? List.copyOf(eventSpecificArgs) : null;
		componentPropInputs = (componentPropInputs != null) ? List.copyOf(componentPropInputs) : List.of();
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
	 * Collects the values of a {@link DependencyConfig}.
	 */
	@JsonPOJOBuilder(withPrefix = "")
	@JsonNaming(SnakeCaseStrategy.class)
	public static final class Builder {

		private int id = UNKNOWN_ID;

		private List<Target> targets = List.of();

		private List<Integer> inputs = List.of();

		private List<Integer> outputs = List.of();

		private boolean backendFn = true;

		private @Nullable JsonNode js;

		private boolean queue = true;

		private @Nullable String apiName;

		private @Nullable String apiDescription;

		private boolean scrollToOutput;

		private @Nullable String showProgress = "full";

		private @Nullable List<Integer> showProgressOn;

		private boolean batch;

		private int maxBatchSize = 4;

		private List<Integer> cancels = List.of();

		private DependencyTypes types = DependencyTypes.FUNCTION;

		private boolean collectsEventData;

		private @Nullable Integer triggerAfter;

		private boolean triggerOnlyOnSuccess;

		private boolean triggerOnlyOnFailure;

		private @Nullable String triggerMode = "once";

		private @Nullable ApiVisibility apiVisibility;

		private @Nullable Integer renderedIn;

		private @Nullable Integer renderId;

		private String connection = "sse";

		private @Nullable Number timeLimit;

		private double streamEvery = 0.5;

		private @Nullable List<String> eventSpecificArgs;

		private List<Integer> componentPropInputs = List.of();

		private @Nullable String jsImplementation;

		private ApiVisibility legacyVisibility = ApiVisibility.PUBLIC;

		private Builder() {
		}

		private Builder(DependencyConfig source) {
			this.id = source.id;
			this.targets = source.targets;
			this.inputs = source.inputs;
			this.outputs = source.outputs;
			this.backendFn = source.backendFn;
			this.js = source.js;
			this.queue = source.queue;
			this.apiName = source.apiName;
			this.apiDescription = source.apiDescription;
			this.scrollToOutput = source.scrollToOutput;
			this.showProgress = source.showProgress;
			this.showProgressOn = source.showProgressOn;
			this.batch = source.batch;
			this.maxBatchSize = source.maxBatchSize;
			this.cancels = source.cancels;
			this.types = source.types;
			this.collectsEventData = source.collectsEventData;
			this.triggerAfter = source.triggerAfter;
			this.triggerOnlyOnSuccess = source.triggerOnlyOnSuccess;
			this.triggerOnlyOnFailure = source.triggerOnlyOnFailure;
			this.triggerMode = source.triggerMode;
			this.apiVisibility = source.apiVisibility;
			this.renderedIn = source.renderedIn;
			this.renderId = source.renderId;
			this.connection = source.connection;
			this.timeLimit = source.timeLimit;
			this.streamEvery = source.streamEvery;
			this.eventSpecificArgs = source.eventSpecificArgs;
			this.componentPropInputs = source.componentPropInputs;
			this.jsImplementation = source.jsImplementation;
		}

		/** Set {@link DependencyConfig#id()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder id(int id) {
			this.id = id;
			return this;
		}

		/** Set {@link DependencyConfig#targets()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder targets(List<Target> targets) {
			this.targets = targets;
			return this;
		}

		/** Set {@link DependencyConfig#inputs()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder inputs(List<Integer> inputs) {
			this.inputs = inputs;
			return this;
		}

		/** Set {@link DependencyConfig#outputs()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder outputs(List<Integer> outputs) {
			this.outputs = outputs;
			return this;
		}

		/** Set {@link DependencyConfig#backendFn()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder backendFn(boolean backendFn) {
			this.backendFn = backendFn;
			return this;
		}

		/** Set {@link DependencyConfig#js()}. */
		public Builder js(@Nullable JsonNode js) {
			this.js = js;
			return this;
		}

		/** Set {@link DependencyConfig#queue()}. */
		public Builder queue(@Nullable Boolean queue) {
			this.queue = (queue == null) || queue;
			return this;
		}

		/** Set {@link DependencyConfig#apiName()}. */
		@JsonIgnore
		public Builder apiName(@Nullable String apiName) {
			this.apiName = apiName;
			return this;
		}

		/**
		 * Gradio 5 and earlier sent {@code false} for a function that callers may not
		 * call.
		 */
		@JsonProperty("api_name")
		Builder readApiName(JsonNode apiName) {
			this.apiName = apiName.isString() ? apiName.stringValue() : null;
			if (apiName.isBoolean() && !apiName.booleanValue()) {
				this.legacyVisibility = ApiVisibility.PRIVATE;
			}
			return this;
		}

		/** Set {@link DependencyConfig#apiDescription()}. */
		public Builder apiDescription(@Nullable String apiDescription) {
			this.apiDescription = apiDescription;
			return this;
		}

		/** Set {@link DependencyConfig#scrollToOutput()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder scrollToOutput(boolean scrollToOutput) {
			this.scrollToOutput = scrollToOutput;
			return this;
		}

		/** Set {@link DependencyConfig#showProgress()}. */
		public Builder showProgress(@Nullable String showProgress) {
			this.showProgress = showProgress;
			return this;
		}

		/** Set {@link DependencyConfig#showProgressOn()}. */
		public Builder showProgressOn(@Nullable List<Integer> showProgressOn) {
			this.showProgressOn = showProgressOn;
			return this;
		}

		/** Set {@link DependencyConfig#batch()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder batch(boolean batch) {
			this.batch = batch;
			return this;
		}

		/** Set {@link DependencyConfig#maxBatchSize()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder maxBatchSize(int maxBatchSize) {
			this.maxBatchSize = maxBatchSize;
			return this;
		}

		/** Set {@link DependencyConfig#cancels()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder cancels(List<Integer> cancels) {
			this.cancels = cancels;
			return this;
		}

		/** Set {@link DependencyConfig#types()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder types(DependencyTypes types) {
			this.types = types;
			return this;
		}

		/** Set {@link DependencyConfig#collectsEventData()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder collectsEventData(boolean collectsEventData) {
			this.collectsEventData = collectsEventData;
			return this;
		}

		/** Set {@link DependencyConfig#triggerAfter()}. */
		public Builder triggerAfter(@Nullable Integer triggerAfter) {
			this.triggerAfter = triggerAfter;
			return this;
		}

		/** Set {@link DependencyConfig#triggerOnlyOnSuccess()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder triggerOnlyOnSuccess(boolean triggerOnlyOnSuccess) {
			this.triggerOnlyOnSuccess = triggerOnlyOnSuccess;
			return this;
		}

		/** Set {@link DependencyConfig#triggerOnlyOnFailure()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder triggerOnlyOnFailure(boolean triggerOnlyOnFailure) {
			this.triggerOnlyOnFailure = triggerOnlyOnFailure;
			return this;
		}

		/** Set {@link DependencyConfig#triggerMode()}. */
		public Builder triggerMode(@Nullable String triggerMode) {
			this.triggerMode = triggerMode;
			return this;
		}

		/** Set {@link DependencyConfig#apiVisibility()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder apiVisibility(ApiVisibility apiVisibility) {
			this.apiVisibility = apiVisibility;
			return this;
		}

		/** Set {@link DependencyConfig#renderedIn()}. */
		public Builder renderedIn(@Nullable Integer renderedIn) {
			this.renderedIn = renderedIn;
			return this;
		}

		/** Set {@link DependencyConfig#renderId()}. */
		public Builder renderId(@Nullable Integer renderId) {
			this.renderId = renderId;
			return this;
		}

		/** Set {@link DependencyConfig#connection()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder connection(String connection) {
			this.connection = connection;
			return this;
		}

		/** Set {@link DependencyConfig#timeLimit()}. */
		public Builder timeLimit(@Nullable Number timeLimit) {
			this.timeLimit = timeLimit;
			return this;
		}

		/** Set {@link DependencyConfig#streamEvery()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder streamEvery(double streamEvery) {
			this.streamEvery = streamEvery;
			return this;
		}

		/** Set {@link DependencyConfig#eventSpecificArgs()}. */
		public Builder eventSpecificArgs(@Nullable List<String> eventSpecificArgs) {
			this.eventSpecificArgs = eventSpecificArgs;
			return this;
		}

		/** Set {@link DependencyConfig#componentPropInputs()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder componentPropInputs(List<Integer> componentPropInputs) {
			this.componentPropInputs = componentPropInputs;
			return this;
		}

		/** Set {@link DependencyConfig#jsImplementation()}. */
		public Builder jsImplementation(@Nullable String jsImplementation) {
			this.jsImplementation = jsImplementation;
			return this;
		}

		/**
		 * Gradio 5 and earlier had this key instead of the visibility.
		 */
		@JsonProperty("show_api")
		Builder readShowApi(boolean showApi) {
			if (!showApi && this.legacyVisibility == ApiVisibility.PUBLIC) {
				this.legacyVisibility = ApiVisibility.UNDOCUMENTED;
			}
			return this;
		}

		/**
		 * Build the object.
		 * @return the object
		 */
		public DependencyConfig build() {
			ApiVisibility visibility = (this.apiVisibility != null) ? this.apiVisibility : this.legacyVisibility;
			return new DependencyConfig(this.id, this.targets, this.inputs, this.outputs, this.backendFn, this.js,
					this.queue, this.apiName, this.apiDescription, this.scrollToOutput, this.showProgress,
					this.showProgressOn, this.batch, this.maxBatchSize, this.cancels, this.types,
					this.collectsEventData, this.triggerAfter, this.triggerOnlyOnSuccess, this.triggerOnlyOnFailure,
					this.triggerMode, visibility, this.renderedIn, this.renderId, this.connection, this.timeLimit,
					this.streamEvery, this.eventSpecificArgs, this.componentPropInputs, this.jsImplementation);
		}

	}

}
