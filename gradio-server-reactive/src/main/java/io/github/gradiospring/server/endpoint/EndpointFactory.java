package io.github.gradiospring.server.endpoint;

import java.util.function.Consumer;

import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.component.ValueDescriptor;
import io.github.gradiospring.server.component.ValueDescriptor.Direction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Makes endpoints in code, with components chosen by type as for annotated methods. A
 * bean of type {@link EndpointSource} offers them:
 *
 * <pre>
 * &#64;Bean
 * EndpointSource echo(EndpointFactory endpoints) {
 *     Endpoint echo = endpoints.endpoint("echo")
 *         .input("text", String.class)
 *         .output("result", String.class)
 *         .function((call) -&gt; Flux.just(call.arguments()));
 *     return () -&gt; List.of(echo);
 * }
 * </pre>
 */
public final class EndpointFactory {

	private final ComponentKinds kinds;

	/**
	 * Creates the factory.
	 * @param kinds the kinds of values of the application
	 */
	public EndpointFactory(ComponentKinds kinds) {
		this.kinds = kinds;
	}

	/**
	 * Starts an endpoint.
	 * @param name its API name, without the leading slash
	 * @return its definition
	 */
	public Definition endpoint(String name) {
		return new Definition(this.kinds, Endpoint.builder(name));
	}

	/** An endpoint that has no function yet. */
	public static final class Definition {

		private final ComponentKinds kinds;

		private final Endpoint.Builder builder;

		private Definition(ComponentKinds kinds, Endpoint.Builder builder) {
			this.kinds = kinds;
			this.builder = builder;
		}

		/** Adds an input without a default that is never {@code null}. */
		public Definition input(String name, Class<?> type) {
			return input(name, ResolvableType.forClass(type), null);
		}

		/**
		 * Adds an input that is never {@code null}.
		 * @param name the name and label
		 * @param type the type of the value
		 * @param defaultValue the default as text, {@code null} for none
		 * @return this
		 * @throws io.github.gradiospring.server.component.UnmappedTypeException for a
		 * type that no component shows
		 */
		public Definition input(String name, ResolvableType type, @Nullable String defaultValue) {
			ComponentBinding binding = bind(name, type, Direction.INPUT, defaultValue);
			JsonNode initial = binding.component().props().get("value");
			boolean hasDefault = initial != null && !initial.isNull();
			this.builder
				.input(new EndpointInput(name, "", binding, false, hasDefault, hasDefault ? initial : null, null));
			return this;
		}

		/** Adds an output. */
		public Definition output(String name, Class<?> type) {
			return output(name, ResolvableType.forClass(type));
		}

		/**
		 * Adds an output.
		 * @param name the name and label
		 * @param type the type of the value
		 * @return this
		 * @throws io.github.gradiospring.server.component.UnmappedTypeException for a
		 * type that no component shows
		 */
		public Definition output(String name, ResolvableType type) {
			this.builder.output(new EndpointOutput(name, "", bind(name, type, Direction.OUTPUT, null), null));
			return this;
		}

		/** Sets anything else, such as the queue. */
		public Definition with(Consumer<Endpoint.Builder> settings) {
			settings.accept(this.builder);
			return this;
		}

		/**
		 * Says what the endpoint does, and builds it.
		 * @param function what it does
		 * @return the endpoint
		 */
		public Endpoint function(EndpointFunction function) {
			return this.builder.function(function).build();
		}

		private ComponentBinding bind(String name, ResolvableType type, Direction direction,
				@Nullable String defaultValue) {
			return this.kinds.bind(new ValueDescriptor(name, name, type, AnnotatedElementUtils.forAnnotations(),
					direction, false, defaultValue));
		}

	}

}
