package io.github.gradiospring.blocks.interfaces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.ComponentConfig;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.file.LocalFileStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

/** An application whose examples can be chosen. */
final class ExampleApp implements AutoCloseable {

	final LocalFileStore files;

	final RenderedApp app;

	private ExampleApp(LocalFileStore files, RenderedApp app) {
		this.files = files;
		this.app = app;
	}

	static ExampleApp of(Path folder, Class<?> bean, Interface settings) {
		return of(folder, bean, (builder) -> builder.add(settings));
	}

	static ExampleApp of(Path folder, Class<?> bean, UnaryOperator<InterfacePages.Builder> change) {
		LocalFileStore files = LocalFileStore.builder().parent(folder).build();
		InterfacePages.Builder builder = InterfacePages.builder().worker(Schedulers.immediate()).files(() -> files);
		return new ExampleApp(files, RenderedApp.of(change.apply(builder).build(), bean));
	}

	static ExampleApp of(Path folder, Class<?> bean, EndpointExecutor executor) {
		return of(folder, bean, (builder) -> builder.executor(() -> executor));
	}

	Flux<List<JsonNode>> choose(String endpoint, int index) {
		return call(endpoint, json(String.valueOf(index)));
	}

	Flux<List<JsonNode>> call(String endpoint, JsonNode... arguments) {
		GradioRequest request = new GradioRequest(HttpHeaders.EMPTY, new LinkedMultiValueMap<>(), "s", null,
				"http://localhost", null);
		return Flux
			.defer(() -> this.app.registry.find(endpoint)
				.orElseThrow()
				.function()
				.call(new EndpointCall(Arrays.<Object>asList((Object[]) arguments), Map.of(), "e", request, null,
						null)))
			.map(ExampleApp::nodes);
	}

	private static List<JsonNode> nodes(List<@Nullable Object> row) {
		List<JsonNode> nodes = new ArrayList<>();
		row.forEach((value) -> nodes.add((JsonNode) value));
		return nodes;
	}

	Map<String, JsonNode> dataset() {
		return this.app.config.components()
			.stream()
			.filter((component) -> component.type().equals("dataset"))
			.map(ComponentConfig::props)
			.findFirst()
			.orElseThrow();
	}

	static JsonNode json(String text) {
		return GradioProtocol.jsonMapper().readTree(text.replace('\'', '"'));
	}

	static List<JsonNode> row(String... values) {
		List<JsonNode> row = new ArrayList<>();
		for (String value : values) {
			row.add(json(value));
		}
		return row;
	}

	@Override
	public void close() {
		this.files.close();
	}

}
