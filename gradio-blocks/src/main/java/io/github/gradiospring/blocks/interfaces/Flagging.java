package io.github.gradiospring.blocks.interfaces;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.blocks.layout.Listener.Condition;
import io.github.gradiospring.blocks.layout.Listener;
import io.github.gradiospring.blocks.layout.Trigger;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Passes flagged results to the callback. */
final class Flagging {

	/** How long a button says that a result is flagged, as in Gradio. */
	private static final Duration FEEDBACK = Duration.ofMillis(800);

	private final FlaggingCallback callback;

	private final Scheduler worker;

	private final Clock clock;

	Flagging(FlaggingCallback callback, Scheduler worker, Clock clock) {
		this.callback = callback;
		this.worker = worker;
		this.clock = clock;
	}

	/** What a button looks like that was not pressed yet. */
	static JsonNode ready(Block button) {
		return Updates.update().set("value", button.component().props().get("value")).put("interactive", true);
	}

	private static JsonNode flagged() {
		return Updates.update().put("value", "✓ Flagged").put("interactive", false);
	}

	void addTo(List<Listener> listeners, InterfaceView view, Buttons buttons, PageEndpoints endpoints) {
		Set<Block> distinct = new LinkedHashSet<>(view.inputs());
		distinct.addAll(view.outputs());
		List<Block> values = new ArrayList<>(distinct);
		String name = view.endpoint().name();
		if (view.settings().flagging() == FlaggingMode.AUTO && !view.isInputOnly()) {
			String flag = endpoints.add(name + "_flag", values, List.of(), function(view, values, null, null));
			listeners
				.add(Listener.on(flag).inputs(values).after(name, Condition.SUCCESS).showProgress("hidden").build());
		}
		for (int i = 0; i < buttons.flags().size(); i++) {
			Block button = buttons.flags().get(i);
			List<String> options = view.settings().flaggingOptions();
			String option = options.isEmpty() ? null : options.get(i);
			String flag = endpoints.add(name + "_flag", values, List.of(button),
					function(view, values, option, flagged()));
			listeners.add(Listener.on(flag)
				.inputs(values)
				.outputs(List.of(button))
				.trigger(Trigger.click(button))
				.showProgress("hidden")
				.build());
			List<@Nullable Object> ready = List.of(ready(button));
			String again = endpoints.add(name + "_flagged", List.of(), List.of(button),
					(call) -> Flux.just(ready).delaySequence(FEEDBACK));
			listeners.add(Listener.on(again)
				.outputs(List.of(button))
				.after(flag, Condition.SUCCESS)
				.showProgress("hidden")
				.build());
		}
	}

	private EndpointFunction function(InterfaceView view, List<Block> values, @Nullable String option,
			@Nullable JsonNode answer) {
		List<String> labels = labels(values);
		List<@Nullable Object> row = (answer != null) ? List.of(answer) : List.of();
		return (call) -> Mono.fromRunnable(() -> this.callback.flag(result(view, labels, option, call)))
			.subscribeOn(this.worker)
			.thenMany(Flux.just(row));
	}

	private FlaggedResult result(InterfaceView view, List<String> labels, @Nullable String option, EndpointCall call) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		for (int i = 0; i < labels.size(); i++) {
			Object value = call.arguments().get(i);
			values.put(labels.get(i), (value instanceof JsonNode json) ? json : NullNode.instance);
		}
		return new FlaggedResult(view.endpoint().name(), values, option, call.request().username(),
				this.clock.instant());
	}

	/** Labels may repeat, but columns must not. */
	private static List<String> labels(List<Block> values) {
		Set<String> labels = new LinkedHashSet<>();
		for (int i = 0; i < values.size(); i++) {
			JsonNode label = values.get(i).component().props().get("label");
			String text = (label != null) ? label.asString("") : "";
			String base = text.isEmpty() ? "component " + i : text;
			String unique = base;
			for (int n = 2; !labels.add(unique); n++) {
				unique = base + " " + n;
			}
		}
		return List.copyOf(labels);
	}

}
