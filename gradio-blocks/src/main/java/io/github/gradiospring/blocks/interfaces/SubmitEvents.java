package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.blocks.layout.Listener;
import io.github.gradiospring.blocks.layout.Listener.Condition;
import io.github.gradiospring.blocks.layout.Trigger;
import io.github.gradiospring.server.endpoint.EndpointFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Calls the endpoint: by a button, by the key that submits a field, or whenever an input
 * changes. While a stream runs there is a button that stops it in the place of the one
 * that submits.
 */
final class SubmitEvents {

	private final InterfaceView view;

	private final Buttons buttons;

	private final PageEndpoints endpoints;

	SubmitEvents(InterfaceView view, Buttons buttons, PageEndpoints endpoints) {
		this.view = view;
		this.buttons = buttons;
		this.endpoints = endpoints;
	}

	void addTo(List<Listener> listeners) {
		List<Trigger> triggers = triggers();
		Block submit = this.buttons.submit();
		Block stop = this.buttons.stop();
		Listener.Builder call = Listener.on(this.view.endpoint().name())
			.inputs(this.view.inputs())
			.outputs(this.view.outputs())
			.scrollToOutput(!this.view.settings().live())
			.showProgress(isChunked() ? "hidden" : this.view.settings().showProgress().name().toLowerCase(Locale.ROOT))
			.triggerMode(triggerMode());
		if (submit == null || stop == null) {
			triggers.forEach(call::trigger);
			listeners.add(call.build());
			return;
		}
		String name = this.view.endpoint().name();
		List<Block> both = List.of(submit, stop);
		String begin = this.endpoints.add(name + "_begin", List.of(), both, show(false));
		Listener.Builder begun = Listener.on(begin).outputs(both);
		triggers.forEach(begun::trigger);
		listeners.add(begun.build());
		listeners.add(call.after(begin, Condition.ALWAYS).build());
		String end = this.endpoints.add(name + "_end", List.of(), both, show(true));
		listeners.add(Listener.on(end).outputs(both).after(name, Condition.ALWAYS).build());
		String stopped = this.endpoints.add(name + "_stopped", List.of(), both, show(true));
		listeners.add(Listener.on(stopped).outputs(both).trigger(Trigger.click(stop)).build());
		listeners.add(Listener.on(this.endpoints.addCancel(name + "_stop", name)).trigger(Trigger.click(stop)).build());
	}

	private static EndpointFunction show(boolean submit) {
		List<@Nullable Object> row = List.of(Updates.visible(submit), Updates.visible(!submit));
		return (call) -> Flux.just(row);
	}

	private String triggerMode() {
		if (!this.view.settings().live()) {
			return "once";
		}
		return isChunked() ? "multiple" : "always_last";
	}

	private boolean isChunked() {
		return this.view.endpoint().chunkedInput();
	}

	private List<Trigger> triggers() {
		List<Trigger> triggers = new ArrayList<>();
		Block submit = this.buttons.submit();
		if (submit != null) {
			triggers.add(Trigger.click(submit));
		}
		boolean live = this.view.settings().live();
		if (live && this.view.isOutputOnly()) {
			triggers.add(new Trigger(null, "load"));
		}
		for (Block input : this.view.inputs()) {
			for (String event : live ? List.of("stream", "change") : List.of("submit")) {
				boolean streams = !event.equals("stream") || isChunked();
				if (streams && input.component().events().contains(event)) {
					triggers.add(new Trigger(input, event));
					break;
				}
			}
		}
		return triggers;
	}

}
