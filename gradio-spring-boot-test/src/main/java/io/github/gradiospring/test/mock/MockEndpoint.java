package io.github.gradiospring.test.mock;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFunction;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.GradioLog;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.endpoint.InvalidInputException.InvalidParameter;
import io.github.gradiospring.server.queue.QueueFullException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * An endpoint of a {@link MockGradioServer}: what it looks like, and what becomes of
 * calls.
 * <p>
 * {@link #returns}, {@link #streams}, {@link #answers}, {@link #fails(String)},
 * {@link #queueFull} and {@link #invalid} end an answer; the other methods say what comes
 * before. Each call takes the next answer, and the last one is for all further calls:
 *
 * <pre class="code">
 * server.endpoint("/greet")
 *     .parameter("name")
 *     .queueFull()                                        // the first call
 *     .queued(1, 0).progress(0.5, "half").returns("Hi");  // all others
 * </pre>
 *
 * Values are what Jackson can write; a {@link java.nio.file.Path}, {@link java.io.File},
 * {@link org.springframework.core.io.Resource} or {@code byte[]}, alone or in a list, is
 * a file that can be downloaded. Answers may be scripted at any time. To change what the
 * endpoint looks like when a client is connected is to deploy another app, which clients
 * may be slow to find out.
 */
public final class MockEndpoint {

	private final MockGradioServer server;

	private final EndpointShape shape;

	private final String name;

	private final AnswerScript script = new AnswerScript();

	MockEndpoint(MockGradioServer server, String name) {
		this.server = server;
		this.name = name;
		this.shape = new EndpointShape(name);
	}

	/**
	 * Adds a parameter with a Textbox, or changes the one of that name.
	 * @param name its name, which is its label too
	 * @return this
	 */
	public MockEndpoint parameter(String name) {
		return parameter(name, "textbox");
	}

	/**
	 * Adds a parameter, or changes the one of that name.
	 * @param name its name, which is its label too
	 * @param component the type of its component in lower case, such as {@code number};
	 * {@code files} for a File component that takes several
	 * @return this
	 */
	public MockEndpoint parameter(String name, String component) {
		return parameter(name, WireValue.component(component, name));
	}

	/**
	 * Adds a parameter, or changes the one of that name.
	 * @param name its name
	 * @param component its component, such as a Dropdown with choices
	 * @return this
	 */
	public MockEndpoint parameter(String name, ComponentDescription component) {
		return shape((shape) -> shape.input(name, component));
	}

	/**
	 * Adds a parameter that callers may leave out, or changes the one of that name.
	 * @param name its name, which is its label too
	 * @param component the type of its component in lower case
	 * @param defaultValue what Jackson can write
	 * @return this
	 */
	public MockEndpoint parameter(String name, String component, @Nullable Object defaultValue) {
		return shape((shape) -> shape.inputWithDefault(name, WireValue.component(component, name), defaultValue));
	}

	/**
	 * Adds an output. Without any, the first answer's values say what the outputs are.
	 * @param label its label
	 * @param component the type of its component in lower case
	 * @return this
	 */
	public MockEndpoint output(String label, String component) {
		return shape((shape) -> shape.output(label, component));
	}

	/**
	 * Sets what documentation says.
	 * @param description the text
	 * @return this
	 */
	public MockEndpoint description(String description) {
		return shape((shape) -> shape.description(description));
	}

	/**
	 * Sets who sees the endpoint; everybody by default.
	 * @param visibility the visibility
	 * @return this
	 */
	public MockEndpoint visibility(ApiVisibility visibility) {
		return shape((shape) -> shape.visibility(visibility));
	}

	/**
	 * Sets how many calls run at a time; one by default, as in Gradio, so that a call
	 * that is held makes the next one wait in the queue.
	 * @param limit how many, 0 for no limit
	 * @return this
	 */
	public MockEndpoint concurrencyLimit(int limit) {
		return shape((shape) -> shape.concurrencyLimit(limit));
	}

	/**
	 * Says that calls do not wait in a queue.
	 * @return this
	 */
	public MockEndpoint withoutQueue() {
		return shape((shape) -> shape.queued(false));
	}

	private synchronized MockEndpoint shape(Consumer<EndpointShape> change) {
		change.accept(this.shape);
		this.server.changed();
		return this;
	}

	/**
	 * Tells the call that it waits at these places, each at once, before it runs. To make
	 * calls wait in truth, {@link #hold() hold} one that is before them. Without effect
	 * where no queue is used.
	 * @param ranks how many calls are before it, in the order of the messages
	 * @return this
	 */
	public synchronized MockEndpoint queued(int... ranks) {
		Arrays.stream(ranks).forEach(this.script::rank);
		return this;
	}

	/**
	 * Reports a fraction.
	 * @param fraction how much is done, from 0 to 1
	 * @param description what is being done
	 * @return this
	 */
	public MockEndpoint progress(double fraction, @Nullable String description) {
		return then((call) -> call.call().progress().report(fraction, description));
	}

	/**
	 * Reports a number of steps.
	 * @param index how many are done
	 * @param length how many there are
	 * @param description what is being done
	 * @return this
	 */
	public MockEndpoint progress(long index, long length, @Nullable String description) {
		return then((call) -> call.call().progress().report(index, length, "steps", description));
	}

	/**
	 * Sends a message, shown for 10 seconds under the name of its level.
	 * @param level the level
	 * @param message the text
	 * @return this
	 */
	public MockEndpoint log(LogLevel level, String message) {
		String title = level.name().charAt(0) + level.name().substring(1).toLowerCase(Locale.ROOT);
		return log(level, message, title, GradioLog.DEFAULT_DURATION, true);
	}

	/**
	 * Sends a message.
	 * @param level the level
	 * @param message the text
	 * @param title the heading
	 * @param duration how long a page shows it, {@code null} until it is closed
	 * @param visible whether a page shows it
	 * @return this
	 */
	public MockEndpoint log(LogLevel level, String message, String title, @Nullable Duration duration,
			boolean visible) {
		return then((call) -> call.call().log().send(level, message, title, duration, visible));
	}

	/**
	 * Lets the call wait until the test releases it.
	 * @return what to release it with
	 */
	public MockHold hold() {
		MockHold hold = new MockHold();
		holds(hold);
		return hold;
	}

	/**
	 * Lets the call wait until the test releases it.
	 * @param hold what it is released with
	 * @return this
	 */
	public synchronized MockEndpoint holds(MockHold hold) {
		this.script.hold(hold);
		return this;
	}

	/**
	 * Breaks all connections to the server, as when a proxy restarts; what was sent last
	 * may get lost. As with Gradio, that cancels the calls whose stream breaks.
	 * @return this
	 */
	public MockEndpoint disconnects() {
		return then((call) -> this.server.disconnect());
	}

	/**
	 * Sends a value that is not the last one.
	 * @param values one per output
	 * @return this
	 */
	public synchronized MockEndpoint emits(@Nullable Object... values) {
		addValues(row(values));
		becomeGenerator();
		return this;
	}

	private synchronized MockEndpoint then(Consumer<RunningCall> action) {
		this.script.step((call) -> Mono.<List<@Nullable Object>>fromRunnable(() -> action.accept(call)).flux());
		return this;
	}

	/**
	 * Ends the answer with a result.
	 * @param values one per output
	 * @return this
	 */
	public synchronized MockEndpoint returns(@Nullable Object... values) {
		addValues(row(values));
		return end(null);
	}

	/**
	 * Ends the answer with several values in turn, the last of which is the result.
	 * @param values the values; with several outputs each is a list of one per output
	 * @return this
	 */
	public synchronized MockEndpoint streams(@Nullable Object... values) {
		for (Object value : values) {
			boolean row = this.shape.outputs() > 1 && value instanceof List<?>;
			addValues(row ? row(((List<?>) value).toArray()) : row(new @Nullable Object[] { value }));
		}
		becomeGenerator();
		return end(null);
	}

	/**
	 * Ends the answer with a result that depends on the call. Without any output there
	 * will be one, with JSON.
	 * @param function makes the value of the one output, or a list with one per output;
	 * may block, and fails the call when it throws
	 * @return this
	 */
	public synchronized MockEndpoint answers(Function<MockCall, ? extends @Nullable Object> function) {
		if (this.shape.infer(Collections.singletonList(Map.of()))) {
			this.server.changed();
		}
		int outputs = this.shape.outputs();
		this.script.step((call) -> Mono.fromCallable(() -> {
			Object value = function.apply(call.recorded());
			List<? extends @Nullable Object> values = (outputs > 1 && value instanceof List<?> list) ? list
					: Collections.singletonList(value);
			return call.row(values);
		}).flux());
		return end(null);
	}

	/**
	 * Ends the answer with an error for the caller, as {@code gr.Error} does in Python.
	 * @param message the message
	 * @return this
	 */
	public MockEndpoint fails(String message) {
		return fails(new GradioException(message));
	}

	/**
	 * Ends the answer with an error. The caller sees a {@link GradioException}, and that
	 * something went wrong for any other.
	 * @param error the error
	 * @return this
	 */
	public synchronized MockEndpoint fails(Throwable error) {
		this.script.step((call) -> Flux.error(error));
		return end(null);
	}

	/**
	 * Answers that the queue is full, status 503; the call is not accepted.
	 * @return this
	 */
	public MockEndpoint queueFull() {
		return end(new QueueFullException(1, 1));
	}

	/**
	 * Answers that a value is not valid, status 422; the call is not accepted.
	 * @param parameter the parameter
	 * @param message what is wrong
	 * @return this
	 */
	public MockEndpoint invalid(String parameter, String message) {
		return end(new InvalidInputException(List.of(new InvalidParameter(parameter, message))));
	}

	private List<@Nullable Object> row(@Nullable Object[] values) {
		List<@Nullable Object> row = Arrays.asList(values);
		if (this.shape.infer(row)) {
			this.server.changed();
		}
		Assert.isTrue(row.size() == this.shape.outputs(), () -> "%s has %d outputs, and %d values are no answer"
			.formatted(this, this.shape.outputs(), row.size()));
		return row;
	}

	private void addValues(List<@Nullable Object> row) {
		this.script.step((call) -> Mono.fromCallable(() -> call.row(row)).flux());
	}

	private void becomeGenerator() {
		if (this.shape.becomeGenerator()) {
			this.server.changed();
		}
	}

	private synchronized MockEndpoint end(@Nullable RuntimeException refusal) {
		this.script.end(refusal);
		return this;
	}

	synchronized Answer nextAnswer() {
		return this.script.next("No answer is scripted for " + this);
	}

	synchronized Endpoint endpoint(EndpointFunction function) {
		return this.shape.endpoint(function);
	}

	/** Forgets the answers, and lets nobody wait. */
	synchronized void reset() {
		this.script.reset();
	}

	@Override
	public String toString() {
		return "/" + this.name;
	}

}
