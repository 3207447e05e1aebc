package io.github.gradiospring.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.PythonType;
import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.StateDeclaration;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Endpoints with hand-made components. */
final class TestEndpoints implements EndpointRegistry {

	private final List<Endpoint> endpoints = new ArrayList<>();

	TestEndpoints add(String name, Function<Endpoint.Builder, Endpoint.Builder> settings) {
		Endpoint endpoint = settings.apply(Endpoint.builder(name).function((call) -> Flux.empty())).build();
		this.endpoints.add(withId(endpoint, this.endpoints.size()));
		return this;
	}

	/** Greets, as the fixture of the conformance tests does. */
	TestEndpoints addGreet() {
		return add("greet",
				(endpoint) -> endpoint.description("Greets somebody.")
					.input(text("name", "Name"))
					.input(text("punctuation", "Punctuation"))
					.output(output("Greeting", textbox("Greeting"))));
	}

	TestEndpoints addCounter(String name, boolean queued) {
		return add(name,
				(endpoint) -> endpoint.queued(queued)
					.input(state("counter"))
					.output(new EndpointOutput("counter", "", new Binding(STATE), counter()))
					.output(output("output", number("output"))));
	}

	private static Endpoint withId(Endpoint endpoint, int id) {
		try {
			var method = Endpoint.class.getDeclaredMethod("withId", int.class);
			method.setAccessible(true);
			return (Endpoint) method.invoke(endpoint, id);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public List<Endpoint> endpoints() {
		return this.endpoints;
	}

	@Override
	public Optional<Endpoint> find(int id) {
		return (id >= 0 && id < this.endpoints.size()) ? Optional.of(this.endpoints.get(id)) : Optional.empty();
	}

	@Override
	public Optional<Endpoint> find(String name) {
		return this.endpoints.stream().filter((endpoint) -> endpoint.name().equals(name)).findFirst();
	}

	static final ComponentDescription STATE = new ComponentDescription("state", Map.of(), null, null,
			new PythonType("Any", ""), new PythonType("Any", ""), null, true);

	static StateDeclaration counter() {
		return new StateDeclaration("counter", Integer.class, () -> 0, true);
	}

	static EndpointInput state(String name) {
		return new EndpointInput(name, "", new Binding(STATE), true, false, null, counter());
	}

	static EndpointInput text(String name, String label) {
		return input(name, textbox(label));
	}

	static EndpointInput input(String name, ComponentDescription component) {
		return new EndpointInput(name, "", new Binding(component), false, false, null, null);
	}

	static EndpointInput input(String name, ComponentDescription component, String defaultValue) {
		return new EndpointInput(name, "", new Binding(component), true, true, json(defaultValue), null);
	}

	static EndpointOutput output(String name, ComponentDescription component) {
		return new EndpointOutput(name, "", new Binding(component), null);
	}

	static ComponentDescription textbox(String label) {
		return component("textbox", label, "{'type':'string'}", "str", "'Hello!!'");
	}

	static ComponentDescription number(String label) {
		return component("number", label, "{'type':'number'}", "float", "3");
	}

	static ComponentDescription component(String type, String label, String schema, String pythonType, String example) {
		Map<String, JsonNode> props = new LinkedHashMap<>();
		props.put("label", GradioProtocol.jsonMapper().valueToTree(label));
		props.put("name", GradioProtocol.jsonMapper().valueToTree(type));
		return new ComponentDescription(type, props, json(schema), json(schema), new PythonType(pythonType, ""),
				new PythonType(pythonType, ""), json(example), false);
	}

	/** JSON with single quotes. */
	static JsonNode json(String json) {
		return GradioProtocol.jsonMapper().readTree(json.replace('\'', '"'));
	}

	/** A binding that is not asked to convert. */
	record Binding(ComponentDescription component) implements ComponentBinding {

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
