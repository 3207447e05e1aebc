package io.github.gradiospring.server.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.InvalidValueException;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import org.springframework.http.HttpStatus;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;

/**
 * Calls a function that the frontend of a component needs, such as the one that lists a
 * folder (observed with Gradio 6.31).
 */
final class ComponentServerHandler {

	private static final int MAX_NAME = 100;

	private final RequestBodies bodies;

	private final EndpointRegistry registry;

	private final Supplier<Map<Integer, List<ComponentBinding>>> bindings;

	ComponentServerHandler(RequestBodies bodies, EndpointRegistry registry, Supplier<GradioConfig> config) {
		this.bodies = bodies;
		this.registry = registry;
		this.bindings = SingletonSupplier.of(() -> bindings(config.get()));
	}

	/** A component may belong to several endpoints, of which one knows its functions. */
	private Map<Integer, List<ComponentBinding>> bindings(GradioConfig config) {
		return config.components()
			.stream()
			.filter((component) -> component.props().containsKey("server_fns"))
			.collect(Collectors.toMap((component) -> component.id(),
					(component) -> config.dependencies()
						.stream()
						.flatMap((dependency) -> bindings(dependency, component.id()).stream())
						.toList()));
	}

	private List<ComponentBinding> bindings(DependencyConfig dependency, int componentId) {
		Endpoint endpoint = this.registry.find(dependency.id()).orElseThrow();
		int input = dependency.inputs().indexOf(componentId);
		if (input >= 0) {
			return List.of(endpoint.inputs().get(input).binding());
		}
		int output = dependency.outputs().indexOf(componentId);
		return (output >= 0) ? List.of(endpoint.outputs().get(output).binding()) : List.of();
	}

	Mono<ServerResponse> call(ServerRequest request) {
		return this.bodies.json(request).flatMap((body) -> {
			BodyFields fields = new BodyFields(body);
			int componentId = fields.requiredInteger("component_id");
			String function = fields.requiredText("fn_name", MAX_NAME);
			fields.verify();
			JsonNode data = body.path("data").isMissingNode() ? NullNode.getInstance() : body.path("data");
			return Mono.fromCallable(() -> call(componentId, function, data))
				.subscribeOn(Schedulers.boundedElastic())
				.flatMap(Responses::json);
		});
	}

	private JsonNode call(int componentId, String function, JsonNode data) {
		String problem = "Function not found.";
		for (ComponentBinding binding : this.bindings.get().getOrDefault(componentId, List.of())) {
			if (binding.component().props().containsKey("server_fns")) {
				try {
					return binding.call(function, data);
				}
				catch (InvalidValueException ex) {
					problem = String.valueOf(ex.getMessage());
				}
			}
		}
		throw new ResponseStatusException(HttpStatus.NOT_FOUND, problem);
	}

}
