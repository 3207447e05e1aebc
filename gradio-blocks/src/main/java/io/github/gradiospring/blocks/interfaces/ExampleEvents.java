package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.blocks.interfaces.Interface.Example;
import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.blocks.layout.Listener;
import io.github.gradiospring.blocks.layout.Trigger;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.GradioException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** A table of inputs to choose from. Choosing one fills the inputs that it has. */
final class ExampleEvents {

	private final InterfaceView view;

	private final PageEndpoints endpoints;

	private final List<List<JsonNode>> rows;

	/** How many inputs the longest example has. */
	private final int width;

	private final @Nullable Block dataset;

	ExampleEvents(InterfaceView view, PageEndpoints endpoints) {
		this.view = view;
		this.endpoints = endpoints;
		List<EndpointInput> inputs = view.endpoint()
			.inputs()
			.stream()
			.filter((input) -> input.state() == null)
			.toList();
		this.rows = view.settings().examples().stream().map((example) -> row(inputs, example)).toList();
		this.width = this.rows.stream().mapToInt(List::size).max().orElse(0);
		this.dataset = this.rows.isEmpty() ? null : draw();
	}

	private List<JsonNode> row(List<EndpointInput> inputs, Example example) {
		if (example.values().size() > inputs.size()) {
			throw new IllegalArgumentException("An example of %s has %d values, but the endpoint has %d inputs: %s"
				.formatted(this.view.endpoint(), example.values().size(), inputs.size(), example.values()));
		}
		List<JsonNode> row = new ArrayList<>();
		for (int i = 0; i < example.values().size(); i++) {
			EndpointInput input = inputs.get(i);
			String text = example.values().get(i);
			try {
				row.add(input.binding().parseDefault(text));
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("The example '%s' of the input '%s' of %s is wrong: %s"
					.formatted(text, input.name(), this.view.endpoint(), ex.getMessage()), ex);
			}
		}
		return List.copyOf(row);
	}

	/** What shows the examples, {@code null} when there are none. */
	@Nullable Block dataset() {
		return this.dataset;
	}

	private Block draw() {
		// As in Gradio, inputs that are not seen at first are no columns
		int columns = (this.width > this.view.mainInputs()) ? Math.max(1, this.view.mainInputs()) : this.width;
		List<Block> shown = this.view.inputs().subList(0, columns);
		List<Example> examples = this.view.settings().examples();
		boolean labelled = examples.stream().anyMatch((example) -> !example.label().isEmpty());
		ComponentDescription.Builder dataset = ComponentDescription.builder("dataset")
			.prop("type", "tuple")
			.prop("samples_per_page", this.view.settings().examplesPerPage())
			.prop("headers", shown.stream().map((block) -> block.component().props().get("label")).toList())
			.prop("samples", this.rows.stream().map((row) -> row.subList(0, Math.min(columns, row.size()))).toList())
			.prop("component_props", shown.stream().map(ExampleEvents::props).toList())
			.prop("components",
					shown.stream().map((block) -> Map.of("name", block.component().type(), "class_id", "")).toList());
		if (labelled) {
			dataset.prop("sample_labels", examples.stream()
				.map((example) -> example.label().isEmpty() ? String.join(", ", example.values()) : example.label())
				.toList());
		}
		return Block.of(dataset.build(), "component_ids", shown);
	}

	private static Map<String, JsonNode> props(Block block) {
		Map<String, JsonNode> props = new LinkedHashMap<>(block.component().props());
		props.remove("value");
		return props;
	}

	void addTo(List<Listener> listeners) {
		if (this.dataset == null) {
			return;
		}
		List<Block> filled = this.view.inputs().subList(0, this.width);
		String load = this.endpoints.add(this.view.endpoint().name() + "_example", List.of(this.dataset), filled,
				(call) -> Flux.just(chosen(call)));
		listeners.add(Listener.on(load)
			.inputs(List.of(this.dataset))
			.outputs(filled)
			.trigger(Trigger.click(this.dataset))
			.showProgress("hidden")
			.build());
	}

	private List<@Nullable Object> chosen(EndpointCall call) {
		Object index = call.arguments().get(0);
		int at = (index instanceof JsonNode json && json.isInt()) ? json.intValue() : -1;
		if (at < 0 || at >= this.rows.size()) {
			throw new GradioException("There is no such example.");
		}
		List<JsonNode> row = this.rows.get(at);
		List<@Nullable Object> values = new ArrayList<>(row);
		for (int i = row.size(); i < this.width; i++) {
			// A property that does not change leaves the input as it is
			values.add(Updates.update());
		}
		return values;
	}

}
