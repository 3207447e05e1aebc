package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.gradiospring.protocol.info.PythonType;
import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.endpoint.DefaultEndpointRegistry;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Endpoints whose executions are written in the test. */
final class TestEndpoints implements EndpointRegistry, EndpointExecutor {

	private final List<Endpoint> declared = new ArrayList<>();

	private final EndpointRegistry registry = new DefaultEndpointRegistry(List.of(() -> this.declared));

	private final Map<String, Script> scripts = new LinkedHashMap<>();

	/** Adds an endpoint with one output and its own queue of one place. */
	TestEndpoints add(String name, Script script) {
		return add(name, script, (builder) -> builder);
	}

	TestEndpoints add(String name, Script script, UnaryOperator<Endpoint.Builder> settings) {
		this.declared
			.add(settings.apply(Endpoint.builder(name).output(output(false)).function((call) -> Flux.empty())).build());
		this.scripts.put(name, script);
		return this;
	}

	/** Adds an endpoint that gives several results in turn. */
	TestEndpoints generator(String name, Script script) {
		return add(name, script, (builder) -> builder.generator(true));
	}

	static EndpointOutput output(boolean opaque) {
		return new EndpointOutput("output", "", new Binding(opaque), null);
	}

	static QueuePolicy policy(String concurrencyId, int limit) {
		return new QueuePolicy(concurrencyId, limit, false, 4, null, null);
	}

	static QueuePolicy batch(String concurrencyId, int size) {
		return new QueuePolicy(concurrencyId, 1, true, size, null, null);
	}

	static QueuePolicy timeLimit(String concurrencyId, @Nullable Duration limit) {
		return new QueuePolicy(concurrencyId, 1, false, 4, null, limit);
	}

	Endpoint get(String name) {
		return find(name).orElseThrow();
	}

	@Override
	public List<Endpoint> endpoints() {
		return this.registry.endpoints();
	}

	@Override
	public Optional<Endpoint> find(int id) {
		return this.registry.find(id);
	}

	@Override
	public Optional<Endpoint> find(String name) {
		return this.registry.find(name);
	}

	@Override
	public Flux<List<List<JsonNode>>> execute(Endpoint endpoint, List<Event> events) {
		return this.scripts.get(endpoint.name()).run(events);
	}

	/** What an endpoint does. */
	@FunctionalInterface
	interface Script {

		Flux<List<List<JsonNode>>> run(List<Event> events);

		/** One result, computed from the first value. */
		static Script echo(UnaryOperator<JsonNode> function) {
			return (events) -> Mono.fromSupplier(() -> List.of(List.of(function.apply(events.get(0).data().get(0)))))
				.flux();
		}

		/** Results of one output each. */
		static Script values(Flux<? extends JsonNode> values) {
			return (events) -> values.map((value) -> List.of(List.of(value)));
		}

	}

	private record Binding(boolean opaque) implements ComponentBinding {

		@Override
		public ComponentDescription component() {
			PythonType type = new PythonType("str", "");
			return new ComponentDescription("textbox", Map.of(), null, null, type, type, null, false);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			throw new UnsupportedOperationException();
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			throw new UnsupportedOperationException();
		}

	}

}
