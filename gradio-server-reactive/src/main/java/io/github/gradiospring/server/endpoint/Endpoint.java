package io.github.gradiospring.server.endpoint;

import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.gradiospring.protocol.info.ApiVisibility;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * What Gradio calls a dependency: a function with typed inputs and outputs, a name, a
 * visibility and a place in a queue. Immutable.
 */
public final class Endpoint {

	private final int id;

	private final Builder settings;

	private final QueuePolicy queue;

	private final List<StateDeclaration> states;

	private Endpoint(int id, Builder settings) {
		this.id = id;
		this.settings = settings;
		this.queue = (settings.queue != null) ? settings.queue
				: new QueuePolicy(settings.name, 1, false, 4, null, null);
		this.states = settings.inputs.stream().map(EndpointInput::state).filter(Objects::nonNull).toList();
	}

	/**
	 * Starts an endpoint.
	 * @param name its API name, without the leading slash
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	Endpoint withId(int id) {
		return new Endpoint(id, this.settings);
	}

	/** Its {@code fn_index}, given by the registry; -1 before. */
	public int id() {
		return this.id;
	}

	/** Its API name, without the leading slash. */
	public String name() {
		return this.settings.name;
	}

	/**
	 * Where the application declares it, for messages; its name with a slash otherwise.
	 */
	public String origin() {
		String origin = this.settings.origin;
		return (origin != null) ? origin : toString();
	}

	/**
	 * Where its annotations are, for those who show it; nothing without a declaration.
	 */
	public AnnotatedElement annotated() {
		return this.settings.annotated;
	}

	/** What it does, for documentation; empty without. */
	public String description() {
		return this.settings.description;
	}

	/** Who sees it. */
	public ApiVisibility visibility() {
		return this.settings.visibility;
	}

	/** Its inputs, state included. */
	public List<EndpointInput> inputs() {
		return this.settings.inputs;
	}

	/** Its outputs, state included. */
	public List<EndpointOutput> outputs() {
		return this.settings.outputs;
	}

	/** The state among its inputs, in their order. */
	public List<StateDeclaration> states() {
		return this.states;
	}

	/** Whether a call produces several results in turn. */
	public boolean generator() {
		return this.settings.generator;
	}

	/** Whether calls wait in a queue; if not, they run at once. */
	public boolean queued() {
		return this.settings.queued;
	}

	/** How calls are queued. */
	public QueuePolicy queue() {
		return this.queue;
	}

	/** How results are cached, {@code null} when they are not. */
	public @Nullable CachePolicy cache() {
		return this.settings.cache;
	}

	/** Whether a call stays open for further chunks of input. */
	public boolean chunkedInput() {
		return this.settings.chunkedInput;
	}

	/** How often a page sends the next chunk of input. */
	public Duration streamEvery() {
		return this.settings.streamEvery;
	}

	/**
	 * The API names of the endpoints whose running calls a page cancels by this one.
	 * @return the names; then there is no function to call
	 */
	public List<String> cancels() {
		return this.settings.cancels;
	}

	/** What it does, {@code null} when it only cancels others. */
	public @Nullable EndpointFunction function() {
		return this.settings.function;
	}

	/** What checks the constraints on its values, {@code null} without. */
	public @Nullable InputValidator validator() {
		return this.settings.validator;
	}

	@Override
	public String toString() {
		return "/" + name();
	}

	/** Builds an {@link Endpoint}. */
	public static final class Builder {

		private final String name;

		private @Nullable String origin;

		private AnnotatedElement annotated = AnnotatedElementUtils.forAnnotations();

		private String description = "";

		private ApiVisibility visibility = ApiVisibility.PUBLIC;

		private List<EndpointInput> inputs = List.of();

		private List<EndpointOutput> outputs = List.of();

		private boolean generator;

		private boolean queued = true;

		private @Nullable QueuePolicy queue;

		private @Nullable CachePolicy cache;

		private boolean chunkedInput;

		private Duration streamEvery = Duration.ofMillis(500);

		private List<String> cancels = List.of();

		private @Nullable EndpointFunction function;

		private @Nullable InputValidator validator;

		private Builder(String name) {
			Assert.hasText(name, "An endpoint needs a name");
			this.name = name;
		}

		/** Says where the application declares the endpoint, for messages. */
		public Builder origin(String origin) {
			this.origin = origin;
			return this;
		}

		/** Says where the annotations of the endpoint are. */
		public Builder annotated(AnnotatedElement annotated) {
			this.annotated = annotated;
			return this;
		}

		/** Says what the endpoint does. */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/** Says who sees it; public unless told otherwise. */
		public Builder visibility(ApiVisibility visibility) {
			this.visibility = visibility;
			return this;
		}

		/** Adds an input. */
		public Builder input(EndpointInput input) {
			this.inputs = plus(this.inputs, input);
			return this;
		}

		/** Adds an output. */
		public Builder output(EndpointOutput output) {
			this.outputs = plus(this.outputs, output);
			return this;
		}

		/** Says that a call produces several results in turn. */
		public Builder generator(boolean generator) {
			this.generator = generator;
			return this;
		}

		/** Says whether calls wait in a queue; they do unless told otherwise. */
		public Builder queued(boolean queued) {
			this.queued = queued;
			return this;
		}

		/** Says how calls are queued; one at a time in a queue of its own otherwise. */
		public Builder queue(QueuePolicy queue) {
			this.queue = queue;
			return this;
		}

		/** Says how results are cached; they are not otherwise. */
		public Builder cache(@Nullable CachePolicy cache) {
			this.cache = cache;
			return this;
		}

		/** Says that a call stays open for further chunks of input. */
		public Builder chunkedInput(boolean chunkedInput) {
			this.chunkedInput = chunkedInput;
			return this;
		}

		/** Says how often a page sends a chunk; every half second otherwise. */
		public Builder streamEvery(Duration streamEvery) {
			this.streamEvery = streamEvery;
			return this;
		}

		/** Says that it has no function but cancels the calls of another endpoint. */
		public Builder cancels(String endpointName) {
			this.cancels = plus(this.cancels, endpointName);
			return this;
		}

		/** Says what the endpoint does when it is called. */
		public Builder function(EndpointFunction function) {
			this.function = function;
			return this;
		}

		/** Says what checks the constraints on its values. */
		public Builder validator(@Nullable InputValidator validator) {
			this.validator = validator;
			return this;
		}

		/**
		 * Builds the endpoint.
		 * @return the endpoint
		 * @throws IllegalArgumentException when it has neither a function nor something
		 * to cancel
		 */
		public Endpoint build() {
			Assert.isTrue(this.function != null || !this.cancels.isEmpty(),
					() -> "Endpoint '%s' has no function".formatted(this.name));
			Builder copy = new Builder(this.name);
			copy.origin = this.origin;
			copy.annotated = this.annotated;
			copy.description = this.description;
			copy.visibility = this.visibility;
			copy.inputs = this.inputs;
			copy.outputs = this.outputs;
			copy.generator = this.generator;
			copy.queued = this.queued;
			copy.queue = this.queue;
			copy.cache = this.cache;
			copy.chunkedInput = this.chunkedInput;
			copy.streamEvery = this.streamEvery;
			copy.cancels = this.cancels;
			copy.function = this.function;
			copy.validator = this.validator;
			return new Endpoint(-1, copy);
		}

		private static <T> List<T> plus(List<T> list, T element) {
			List<T> result = new ArrayList<>(list);
			result.add(element);
			return List.copyOf(result);
		}

	}

}
