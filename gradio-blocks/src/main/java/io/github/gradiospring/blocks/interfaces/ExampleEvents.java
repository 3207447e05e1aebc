package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.blocks.annotation.ExampleCache;
import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.blocks.layout.Listener;
import io.github.gradiospring.blocks.layout.Listener.Condition;
import io.github.gradiospring.blocks.layout.Trigger;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointFunction;
import io.github.gradiospring.server.endpoint.GradioException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A table of inputs to choose from. Choosing one fills the inputs that it has; with
 * results that are kept it fills all inputs, then the outputs.
 */
final class ExampleEvents {

	private final InterfaceView view;

	private final Endpoint endpoint;

	private final PageEndpoints endpoints;

	private final List<ExampleRow> rows;

	/** How many inputs the longest example has. */
	private final int width;

	/** How many of these the page shows. */
	private final int columns;

	private final @Nullable Block dataset;

	private final @Nullable ExampleResults results;

	ExampleEvents(InterfaceView view, PageEndpoints endpoints, ExampleServices services) {
		this.view = view;
		this.endpoint = view.endpoint();
		this.endpoints = endpoints;
		this.rows = ExampleRow.read(this.endpoint, view.settings(), services);
		this.width = this.rows.stream().mapToInt((row) -> row.values().size()).max().orElse(0);
		// As in Gradio, inputs that are not seen at first are no columns
		this.columns = (this.width > view.mainInputs()) ? Math.max(1, view.mainInputs()) : this.width;
		this.dataset = this.rows.isEmpty() ? null : draw();
		boolean kept = view.settings().cacheExamples() != ExampleCache.NONE && !view.outputs().isEmpty();
		this.results = kept ? new ExampleResults(this.endpoint, this.rows, services) : null;
	}

	/** What shows the examples, {@code null} when there are none. */
	@Nullable Block dataset() {
		return this.dataset;
	}

	/** Runs the examples whose results are to be there from the start. */
	Mono<Void> runEager() {
		return (this.results != null && isEager()) ? this.results.runAll() : Mono.empty();
	}

	private boolean isEager() {
		return this.view.settings().cacheExamples() == ExampleCache.EAGER;
	}

	private Block draw() {
		List<Block> shown = this.view.inputs().subList(0, this.columns);
		ComponentDescription.Builder dataset = ComponentDescription.builder("dataset")
			.prop("type", "tuple")
			.prop("samples_per_page", this.view.settings().examplesPerPage())
			.prop("headers", shown.stream().map((block) -> block.component().props().get("label")).toList())
			.prop("samples", this.rows.stream().map((row) -> row.preview(this.columns)).toList())
			.prop("component_props", shown.stream().map(ExampleEvents::props).toList())
			.prop("components",
					shown.stream().map((block) -> Map.of("name", block.component().type(), "class_id", "")).toList());
		if (isLabelled()) {
			dataset.prop("sample_labels", this.rows.stream().map(ExampleRow::title).toList());
		}
		return Block.of(dataset.build(), "component_ids", shown);
	}

	private boolean isLabelled() {
		return this.rows.stream().anyMatch((row) -> !row.label().isEmpty());
	}

	private static Map<String, JsonNode> props(Block block) {
		Map<String, JsonNode> props = new LinkedHashMap<>(block.component().props());
		props.remove("value");
		return props;
	}

	void addTo(List<Listener> listeners) {
		Block dataset = this.dataset;
		if (dataset == null) {
			return;
		}
		String name = this.endpoint.name() + "_example";
		ExampleResults results = this.results;
		List<Block> filled = (results != null) ? this.view.inputs() : this.view.inputs().subList(0, this.width);
		String load = this.endpoints.add(name, List.of(dataset), filled, this::inputs);
		listeners.add(Listener.on(load)
			.inputs(List.of(dataset))
			.outputs(filled)
			.trigger(Trigger.click(dataset))
			.showProgress("hidden")
			.build());
		if (results != null) {
			String show = this.endpoints.addQueued(name + "_output", List.of(dataset), this.view.outputs(),
					this.endpoint.generator(), (call) -> outputs(results, call));
			listeners.add(Listener.on(show)
				.inputs(List.of(dataset))
				.outputs(this.view.outputs())
				.after(load, Condition.ALWAYS)
				.build());
			if (isEager() && this.endpoint.inputs().stream().noneMatch((input) -> input.defaultValue() != null)) {
				onLoad(listeners, name + "_first", first(), (call) -> first(results, call));
			}
		}
		if (!isLabelled() && this.rows.stream().anyMatch((row) -> row.pictured(this.columns))) {
			onLoad(listeners, name + "_files", List.of(dataset), this::samples);
		}
	}

	private void onLoad(List<Listener> listeners, String name, List<Block> outputs, EndpointFunction function) {
		listeners.add(Listener.on(this.endpoints.add(name, List.of(), outputs, function))
			.outputs(outputs)
			.trigger(new Trigger(null, "load"))
			.showProgress("hidden")
			.build());
	}

	private int chosen(EndpointCall call) {
		Object index = call.arguments().get(0);
		int at = (index instanceof JsonNode json && json.isInt()) ? json.intValue() : -1;
		if (at < 0 || at >= this.rows.size()) {
			throw new GradioException("There is no such example.");
		}
		return at;
	}

	private Flux<List<@Nullable Object>> inputs(EndpointCall call) {
		return Mono.fromSupplier(() -> this.rows.get(chosen(call))).flatMap((row) -> inputs(row, call)).flux();
	}

	private Mono<List<@Nullable Object>> inputs(ExampleRow row, EndpointCall call) {
		String prefix = call.request().fileUrlPrefix();
		if (this.results != null) {
			// the results are those of the defaults
			return ExampleResults.inputs(this.endpoint, row, prefix).map(ArrayList::new);
		}
		return row.get(prefix).map((values) -> {
			List<@Nullable Object> all = new ArrayList<>(values);
			// A property that does not change leaves the input as it is
			all.addAll(unchanged(this.width - values.size()));
			return all;
		});
	}

	private static List<JsonNode> unchanged(int count) {
		return Collections.nCopies(count, Updates.update());
	}

	private Flux<List<@Nullable Object>> outputs(ExampleResults results, EndpointCall call) {
		return Mono.fromSupplier(() -> chosen(call))
			.flatMapMany((index) -> results.get(index, call.request().fileUrlPrefix()))
			.map(ArrayList::new);
	}

	/** What shows the first example when the page is opened. */
	private List<Block> first() {
		List<Block> blocks = new ArrayList<>(this.view.isUnified() ? List.of() : this.view.inputs());
		blocks.addAll(this.view.outputs());
		return blocks;
	}

	private Flux<List<@Nullable Object>> first(ExampleResults results, EndpointCall call) {
		Mono<List<JsonNode>> known = results.known(0, call.request().fileUrlPrefix());
		Mono<List<@Nullable Object>> all = this.view.isUnified() ? known.map(ArrayList::new)
				: known.flatMap((outputs) -> inputs(this.rows.get(0), call).doOnNext((row) -> row.addAll(outputs)));
		return all.switchIfEmpty(Mono.fromSupplier(() -> new ArrayList<>(unchanged(first().size())))).flux();
	}

	private Flux<List<@Nullable Object>> samples(EndpointCall call) {
		return Flux.fromIterable(this.rows)
			.concatMap((row) -> row.sample(this.columns, call.request().fileUrlPrefix()))
			.collectList()
			.map((samples) -> List.<@Nullable Object>of(
					Updates.update().set("samples", GradioProtocol.jsonMapper().valueToTree(samples))))
			.flux();
	}

}
