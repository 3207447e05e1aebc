package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.blocks.layout.Listener;
import io.github.gradiospring.blocks.layout.Trigger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Gives all values of an interface their first value again, and flag buttons their label.
 * Gradio does it with a script in the page, which a strict Content-Security-Policy
 * forbids.
 */
final class ClearEvents {

	private final InterfaceView view;

	private final Buttons buttons;

	private final PageEndpoints endpoints;

	ClearEvents(InterfaceView view, Buttons buttons, PageEndpoints endpoints) {
		this.view = view;
		this.buttons = buttons;
		this.endpoints = endpoints;
	}

	void addTo(List<Listener> listeners) {
		Set<Block> values = new LinkedHashSet<>(this.view.inputs());
		values.addAll(this.view.outputs());
		List<Block> cleared = new ArrayList<>(values);
		List<@Nullable Object> row = new ArrayList<>();
		for (Block value : cleared) {
			JsonNode initial = value.component().props().get("value");
			row.add((initial != null) ? initial : NullNode.instance);
		}
		for (Block flag : this.buttons.flags()) {
			cleared.add(flag);
			row.add(Flagging.ready(flag));
		}
		String clear = this.endpoints.add(this.view.endpoint().name() + "_clear", List.of(), cleared,
				(call) -> Flux.just(row));
		listeners.add(Listener.on(clear)
			.outputs(cleared)
			.trigger(Trigger.click(this.buttons.clear()))
			.showProgress("hidden")
			.build());
	}

}
