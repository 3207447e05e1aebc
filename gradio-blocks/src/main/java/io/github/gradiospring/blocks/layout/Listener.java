package io.github.gradiospring.blocks.layout;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Calls an endpoint when something happens on a page: which blocks give its inputs, and
 * which show its outputs.
 *
 * @param endpoint the API name of the endpoint, without the leading slash
 * @param triggers what makes the page call it
 * @param inputs the blocks whose values are its inputs, state left out
 * @param outputs the blocks that show its outputs, state left out
 * @param after the API name of the endpoint after whose call it is made, {@code null}
 * when it waits for none
 * @param condition after which end of that call
 * @param scrollToOutput whether the page scrolls to the outputs
 * @param showProgress how progress is shown: {@code full}, {@code minimal} or
 * {@code hidden}
 * @param triggerMode what happens to a trigger while a call runs: {@code once},
 * {@code multiple} or {@code always_last}
 */
public record Listener(String endpoint, List<Trigger> triggers, List<Block> inputs, List<Block> outputs,
		@Nullable String after, Condition condition, boolean scrollToOutput, String showProgress, String triggerMode) {

	public Listener {
		triggers = List.copyOf(triggers);
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
	}

	/**
	 * Starts a listener.
	 * @param endpoint the API name of the endpoint, without the leading slash
	 * @return a builder
	 */
	public static Builder on(String endpoint) {
		return new Builder(endpoint);
	}

	/** After which end of another call a call is made. */
	public enum Condition {

		/** After any end. */
		ALWAYS,
		/** After a result. */
		SUCCESS,
		/** After an error. */
		FAILURE

	}

	/** Collects the values of a {@link Listener}. */
	public static final class Builder {

		private final String endpoint;

		private final List<Trigger> triggers = new ArrayList<>();

		private List<Block> inputs = List.of();

		private List<Block> outputs = List.of();

		private @Nullable String after;

		private Condition condition = Condition.ALWAYS;

		private boolean scrollToOutput;

		private String showProgress = "full";

		private String triggerMode = "once";

		private Builder(String endpoint) {
			this.endpoint = endpoint;
		}

		/** Adds what makes the page call the endpoint. */
		public Builder trigger(Trigger trigger) {
			this.triggers.add(trigger);
			return this;
		}

		/** Sets {@link Listener#inputs()}; none by default. */
		public Builder inputs(List<Block> inputs) {
			this.inputs = inputs;
			return this;
		}

		/** Sets {@link Listener#outputs()}; none by default. */
		public Builder outputs(List<Block> outputs) {
			this.outputs = outputs;
			return this;
		}

		/** Makes the call after that of another endpoint. */
		public Builder after(String endpoint, Condition condition) {
			this.after = endpoint;
			this.condition = condition;
			return this;
		}

		/** Sets {@link Listener#scrollToOutput()}; off by default. */
		public Builder scrollToOutput(boolean scrollToOutput) {
			this.scrollToOutput = scrollToOutput;
			return this;
		}

		/** Sets {@link Listener#showProgress()}; {@code full} by default. */
		public Builder showProgress(String showProgress) {
			this.showProgress = showProgress;
			return this;
		}

		/** Sets {@link Listener#triggerMode()}; {@code once} by default. */
		public Builder triggerMode(String triggerMode) {
			this.triggerMode = triggerMode;
			return this;
		}

		/**
		 * Builds the listener.
		 * @return the listener
		 */
		public Listener build() {
			return new Listener(this.endpoint, this.triggers, this.inputs, this.outputs, this.after, this.condition,
					this.scrollToOutput, this.showProgress, this.triggerMode);
		}

	}

}
