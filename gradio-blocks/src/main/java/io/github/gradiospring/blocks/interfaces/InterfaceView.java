package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.blocks.layout.Listener;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.util.Assert;

/**
 * One interface as it is drawn. Its four kinds are those of Gradio: with inputs and
 * outputs, with one of them, and with outputs in the place of the inputs.
 */
final class InterfaceView {

	/** What can say more than its label. */
	private static final Set<String> WITH_INFO = Set.of("checkbox", "checkboxgroup", "colorpicker", "datetime",
			"dropdown", "multimodaltextbox", "number", "radio", "slider", "textbox");

	private final Endpoint endpoint;

	private final Interface settings;

	/** The visible inputs, by name. */
	private final Map<String, Block> inputs = new LinkedHashMap<>();

	private final List<Block> outputs = new ArrayList<>();

	private final List<Block> blocks = new ArrayList<>();

	private final List<Listener> listeners = new ArrayList<>();

	private final ExampleEvents examples;

	InterfaceView(Endpoint endpoint, Interface settings, PageEndpoints endpoints, Flagging flagging,
			ExampleServices services) {
		this.endpoint = endpoint;
		this.settings = settings;
		addValues();
		Buttons buttons = new Buttons(this);
		draw(buttons);
		new SubmitEvents(this, buttons, endpoints).addTo(this.listeners);
		new ClearEvents(this, buttons, endpoints).addTo(this.listeners);
		flagging.addTo(this.listeners, this, buttons, endpoints);
		this.examples = new ExampleEvents(this, endpoints, services);
		Block dataset = this.examples.dataset();
		if (dataset != null) {
			this.blocks.add(dataset);
			this.examples.addTo(this.listeners);
		}
		if (!settings.article().isEmpty()) {
			this.blocks.add(markdown(settings.article()));
		}
	}

	private void addValues() {
		for (EndpointInput input : this.endpoint.inputs()) {
			if (input.state() == null) {
				this.inputs.put(input.name(), input(input));
			}
		}
		for (EndpointOutput output : this.endpoint.outputs()) {
			if (output.state() == null) {
				this.outputs.add(output(described(output.binding().component(), output.description())));
			}
		}
		for (String name : this.settings.additionalInputs()) {
			Assert.isTrue(this.inputs.containsKey(name),
					() -> "The interface of %s has the additional input '%s', which the endpoint has not: %s"
						.formatted(this.endpoint, name, this.inputs.keySet()));
		}
		if (this.settings.unified()) {
			Assert.isTrue(this.inputs.size() == this.outputs.size(),
					() -> "The interface of %s is unified, but has %d inputs and %d outputs".formatted(this.endpoint,
							this.inputs.size(), this.outputs.size()));
			this.outputs.clear();
			this.outputs.addAll(this.inputs.values());
		}
	}

	private Block input(EndpointInput input) {
		ComponentDescription component = described(input.binding().component(), input.description());
		boolean streams = this.endpoint.chunkedInput() && component.events().contains("stream");
		return Block.of(streams ? component.withProp("streaming", BooleanNode.TRUE) : component);
	}

	private static ComponentDescription described(ComponentDescription component, String description) {
		boolean shown = !description.isEmpty() && WITH_INFO.contains(component.type());
		return shown ? component.withProp("info", StringNode.valueOf(description)) : component;
	}

	private static Block output(ComponentDescription component) {
		// what callers do not see is a layout, here without anything inside
		return component.skipApi() ? Block.layout(component, List.of())
				: Block.of(component.withProp("interactive", BooleanNode.FALSE));
	}

	private void draw(Buttons buttons) {
		if (!this.settings.title().isEmpty()) {
			this.blocks.add(
					markdown("<h1 style='text-align: center; margin-bottom: 1rem'>" + this.settings.title() + "</h1>"));
		}
		String description = this.settings.description().isEmpty() ? this.endpoint.description()
				: this.settings.description();
		if (!description.isEmpty()) {
			this.blocks.add(markdown(description));
		}
		List<Block> columns = new ArrayList<>();
		if (!isOutputOnly()) {
			List<Block> column = new ArrayList<>();
			column.add(Block.column(inputColumn()));
			column.add(Block.row(buttons.belowInputs()));
			columns.add(Block.column(column));
		}
		if (!isInputOnly() && !isUnified()) {
			List<Block> column = new ArrayList<>(this.outputs);
			column.add(Block.row(buttons.belowOutputs()));
			columns.add(Block.column(column));
		}
		this.blocks.add(Block.row(columns));
	}

	private List<Block> inputColumn() {
		List<Block> column = new ArrayList<>();
		List<Block> additional = new ArrayList<>();
		this.inputs.forEach(
				(name, block) -> (this.settings.additionalInputs().contains(name) ? additional : column).add(block));
		if (!additional.isEmpty()) {
			column.add(Block.accordion(this.settings.additionalInputsLabel(), false, additional));
		}
		return column;
	}

	private static Block markdown(String text) {
		return Block.of(ComponentDescription.builder("markdown").prop("value", text).prop("show_label", false).build());
	}

	Endpoint endpoint() {
		return this.endpoint;
	}

	Interface settings() {
		return this.settings;
	}

	List<Block> inputs() {
		return List.copyOf(this.inputs.values());
	}

	List<Block> outputs() {
		return List.copyOf(this.outputs);
	}

	/** How many inputs are not in the part that users open first. */
	int mainInputs() {
		return this.inputs.size() - this.settings.additionalInputs().size();
	}

	boolean isOutputOnly() {
		return this.inputs.isEmpty();
	}

	boolean isInputOnly() {
		return this.outputs.isEmpty() && !this.inputs.isEmpty();
	}

	boolean isUnified() {
		return this.settings.unified();
	}

	boolean isStreaming() {
		return this.endpoint.generator() && !this.settings.live();
	}

	/** Runs the examples whose results are to be there from the start. */
	Mono<Void> cacheExamples() {
		return this.examples.runEager();
	}

	/** What its tab is called when there are several. */
	String tabName() {
		String name = this.settings.tab().isEmpty() ? this.settings.title() : this.settings.tab();
		return name.isEmpty() ? this.endpoint.name() : name;
	}

	@Nullable String title() {
		return this.settings.title().isEmpty() ? null : this.settings.title();
	}

	List<Block> blocks() {
		return List.copyOf(this.blocks);
	}

	List<Listener> listeners() {
		return List.copyOf(this.listeners);
	}

}
