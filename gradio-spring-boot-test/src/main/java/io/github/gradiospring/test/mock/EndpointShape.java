package io.github.gradiospring.test.mock;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFunction;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code /config} and {@code /info} say of an endpoint. Guarded by the lock of the
 * {@link MockEndpoint}.
 */
final class EndpointShape {

	private final String name;

	private final List<EndpointInput> inputs = new ArrayList<>();

	private final List<EndpointOutput> outputs = new ArrayList<>();

	private boolean outputsKnown;

	private boolean generator;

	private boolean queued = true;

	private int concurrencyLimit = 1;

	private String description = "";

	private ApiVisibility visibility = ApiVisibility.PUBLIC;

	EndpointShape(String name) {
		this.name = name;
	}

	void input(String name, ComponentDescription component) {
		addInput(name, component, false, null);
	}

	void inputWithDefault(String name, ComponentDescription component, @Nullable Object defaultValue) {
		JsonNode value = GradioProtocol.jsonMapper().valueToTree(defaultValue);
		boolean none = value.isNull();
		addInput(name, none ? component : component.withProp("value", value), true, none ? null : value);
	}

	private void addInput(String name, ComponentDescription component, boolean hasDefault, @Nullable JsonNode value) {
		EndpointInput input = new EndpointInput(name, "", new WireBinding(component), true, hasDefault, value, null);
		for (int i = 0; i < this.inputs.size(); i++) {
			if (this.inputs.get(i).name().equals(name)) {
				// Each test of a class may say again what the endpoint looks like
				this.inputs.set(i, input);
				return;
			}
		}
		this.inputs.add(input);
	}

	void output(String label, String component) {
		this.outputs.add(new EndpointOutput(label, "", new WireBinding(WireValue.component(component, label)), null));
		this.outputsKnown = true;
	}

	int outputs() {
		return this.outputs.size();
	}

	/**
	 * Takes the outputs from values when the test has not said what they are.
	 * @return whether that changed something
	 */
	boolean infer(List<? extends @Nullable Object> values) {
		if (this.outputsKnown) {
			return false;
		}
		for (int i = 0; i < values.size(); i++) {
			String label = (values.size() == 1) ? "output" : "output " + i;
			output(label, WireValue.componentOf(values.get(i)));
		}
		this.outputsKnown = true;
		return true;
	}

	/**
	 * Says that it produces several values.
	 * @return whether that changed something
	 */
	boolean becomeGenerator() {
		boolean changed = !this.generator;
		this.generator = true;
		return changed;
	}

	void queued(boolean queued) {
		this.queued = queued;
	}

	void concurrencyLimit(int concurrencyLimit) {
		this.concurrencyLimit = concurrencyLimit;
	}

	void description(String description) {
		this.description = description;
	}

	void visibility(ApiVisibility visibility) {
		this.visibility = visibility;
	}

	Endpoint endpoint(EndpointFunction function) {
		Endpoint.Builder builder = Endpoint.builder(this.name)
			.description(this.description)
			.visibility(this.visibility)
			.generator(this.generator)
			.queued(this.queued)
			.queue(new QueuePolicy(this.name, this.concurrencyLimit, false, 1, null, null))
			.function(function);
		this.inputs.forEach(builder::input);
		this.outputs.forEach(builder::output);
		return builder.build();
	}

}
