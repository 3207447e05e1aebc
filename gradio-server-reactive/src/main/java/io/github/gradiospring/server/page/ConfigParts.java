package io.github.gradiospring.server.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gradiospring.protocol.config.ComponentConfig;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.DependencyTypes;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.util.DigestUtils;

/** Writes endpoints and components as {@code /config} has them (PROTOCOL section 2). */
public final class ConfigParts {

	private ConfigParts() {
	}

	/**
	 * Starts the dependency of an endpoint, with all that the endpoint knows; what is
	 * left are its components and what triggers it.
	 * @param endpoint the endpoint
	 * @param registry where the endpoints are that it cancels
	 * @return the dependency
	 */
	public static DependencyConfig.Builder dependency(Endpoint endpoint, EndpointRegistry registry) {
		boolean cancel = endpoint.function() == null;
		DependencyConfig.Builder dependency = DependencyConfig.builder()
			.id(endpoint.id())
			.backendFn(!cancel)
			.queue(endpoint.queued() && !cancel)
			.apiName(endpoint.name())
			.apiDescription(endpoint.description().isEmpty() ? null : endpoint.description())
			.batch(endpoint.queue().batch())
			.maxBatchSize(endpoint.queue().maxBatchSize())
			.cancels(cancelled(endpoint, registry))
			.types(new DependencyTypes(endpoint.generator(), cancel))
			.triggerMode(endpoint.chunkedInput() ? "multiple" : "once")
			.apiVisibility(cancel ? ApiVisibility.PRIVATE : endpoint.visibility())
			.timeLimit(seconds(endpoint.queue().timeLimit()))
			.streamEvery(endpoint.streamEvery().toMillis() / 1000.0);
		if (endpoint.chunkedInput()) {
			dependency.connection("stream").eventSpecificArgs(List.of("stream_every"));
		}
		return dependency;
	}

	private static List<Integer> cancelled(Endpoint endpoint, EndpointRegistry registry) {
		return endpoint.cancels()
			.stream()
			.map((name) -> registry.find(name).map(Endpoint::id).orElse(null))
			.filter(Objects::nonNull)
			.toList();
	}

	private static @Nullable Number seconds(@Nullable Duration duration) {
		if (duration == null) {
			return null;
		}
		return (duration.toMillisPart() == 0) ? (Number) duration.toSeconds() : (Number) (duration.toMillis() / 1000.0);
	}

	/**
	 * Writes a component.
	 * @param id its id, unique in the document
	 * @param component the component
	 * @return the component as it is on the wire
	 */
	public static ComponentConfig component(int id, ComponentDescription component) {
		Map<String, JsonNode> props = new LinkedHashMap<>(component.props());
		props.putIfAbsent("name", StringNode.valueOf(component.type()));
		ComponentConfig.Builder config = ComponentConfig.builder()
			.id(id)
			.type(component.type())
			.props(props)
			.skipApi(component.skipApi())
			.componentClassId(DigestUtils.md5DigestAsHex(component.type().getBytes(StandardCharsets.UTF_8)));
		if (!component.skipApi()) {
			JsonNode input = component.inputSchema();
			JsonNode output = component.outputSchema();
			config.apiInfo((input != null) ? input : output)
				.apiInfoAsInput((input != null) ? input : output)
				.apiInfoAsOutput((output != null) ? output : input)
				.exampleInputs(component.exampleInput());
		}
		return config.build();
	}

}
