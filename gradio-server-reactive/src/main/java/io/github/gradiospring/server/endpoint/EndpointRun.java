package io.github.gradiospring.server.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.component.Update;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Event;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Reports;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** One run of an endpoint: values in, function called, values out. */
final class EndpointRun {

	private final Endpoint endpoint;

	private final EndpointFunction function;

	private final List<Event> events;

	private final List<ConversionContext> contexts;

	EndpointRun(Endpoint endpoint, List<Event> events, List<ConversionContext> contexts) {
		this.endpoint = endpoint;
		this.function = Objects.requireNonNull(endpoint.function(), () -> endpoint + " has nothing to call");
		this.events = events;
		this.contexts = contexts;
	}

	/** Converts the values and calls the function, on the thread of the caller. */
	Flux<List<@Nullable Object>> call(Map<String, StateValue<Object>> states) {
		try {
			Event first = this.events.get(0);
			List<Reports> reports = this.events.stream().map(Event::reports).toList();
			return this.function.call(new EndpointCall(arguments(), states, first.id(), first.request(),
					new DefaultGradioProgress(reports), new DefaultGradioLog(reports)));
		}
		catch (Throwable ex) {
			return Flux.error(survivable(ex));
		}
	}

	/** Converts what the function returned to one row per event. */
	List<List<JsonNode>> rows(List<@Nullable Object> results) {
		try {
			List<List<JsonNode>> rows = new ArrayList<>(this.events.size());
			for (int event = 0; event < this.events.size(); event++) {
				rows.add(row(results, event));
			}
			return rows;
		}
		catch (VirtualMachineError | LinkageError ex) {
			throw new IllegalStateException(ex.toString(), ex);
		}
	}

	/** What the callers get when the function has ended without a result. */
	List<List<JsonNode>> nullRows() {
		List<JsonNode> row = Collections.nCopies(this.endpoint.outputs().size(), NullNode.getInstance());
		return Collections.nCopies(this.events.size(), row);
	}

	private List<@Nullable Object> arguments() {
		List<List<@Nullable Object>> perEvent = new ArrayList<>(this.events.size());
		for (int event = 0; event < this.events.size(); event++) {
			perEvent.add(arguments(this.events.get(event), this.contexts.get(event)));
		}
		if (!this.endpoint.queue().batch()) {
			return perEvent.get(0);
		}
		List<@Nullable Object> columns = new ArrayList<>();
		for (int input = 0; input < perEvent.get(0).size(); input++) {
			int column = input;
			List<@Nullable Object> values = new ArrayList<>(perEvent.size());
			perEvent.forEach((arguments) -> values.add(arguments.get(column)));
			columns.add(values);
		}
		return columns;
	}

	private List<@Nullable Object> arguments(Event event, ConversionContext context) {
		InvalidParameter count = InputValues.countProblem(this.endpoint, event.data());
		if (count != null) {
			throw new InvalidInputException(List.of(count));
		}
		List<@Nullable Object> arguments = new ArrayList<>(event.data().size());
		for (int i = 0; i < event.data().size(); i++) {
			EndpointInput input = this.endpoint.inputs().get(i);
			JsonNode value = event.data().get(i);
			if (input.state() != null) {
				continue;
			}
			InvalidParameter nullProblem = InputValues.nullProblem(input, value);
			if (nullProblem != null) {
				throw new InvalidInputException(List.of(nullProblem));
			}
			arguments.add(value.isNull() ? null : input.binding().read(value, context));
		}
		return arguments;
	}

	private List<JsonNode> row(List<@Nullable Object> results, int event) {
		List<JsonNode> row = new ArrayList<>(this.endpoint.outputs().size());
		int next = 0;
		for (EndpointOutput output : this.endpoint.outputs()) {
			if (output.state() != null) {
				row.add(NullNode.getInstance());
				continue;
			}
			if (next == results.size()) {
				throw new IllegalStateException("The endpoint %s produced %d results, fewer than it has outputs"
					.formatted(this.endpoint, results.size()));
			}
			Object result = results.get(next++);
			Object value = this.endpoint.queue().batch() ? fromBatch(result, event) : result;
			row.add(write(output.binding(), value, this.contexts.get(event)));
		}
		return row;
	}

	private static JsonNode write(ComponentBinding binding, @Nullable Object value, ConversionContext context) {
		if (value instanceof Update<?> update) {
			return update.write(binding, context);
		}
		return (value != null) ? binding.write(value, context) : NullNode.getInstance();
	}

	private @Nullable Object fromBatch(@Nullable Object column, int event) {
		if (!(column instanceof List<?> values) || values.size() != this.events.size()) {
			throw new IllegalStateException("The batch endpoint %s was called with %d values and returned %s results"
				.formatted(this.endpoint, this.events.size(), (column instanceof List<?> list) ? list.size() : "no"));
		}
		return values.get(event);
	}

	/** Reactor swallows these errors, and the call would never end. */
	private static Throwable survivable(Throwable ex) {
		Throwable cause = Exceptions.unwrap(ex);
		return Exceptions.isJvmFatal(cause) ? new IllegalStateException(cause.toString(), cause) : cause;
	}

}
