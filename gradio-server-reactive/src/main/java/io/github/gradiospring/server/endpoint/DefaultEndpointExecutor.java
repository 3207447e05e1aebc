package io.github.gradiospring.server.endpoint;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.session.SessionStateStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;
import org.springframework.util.Assert;

/**
 * Calls functions on workers, never on the thread that asks. A function that returns a
 * {@code Flux} is subscribed and asked for more on a worker too, since it may produce its
 * elements where it is asked. Cancelling interrupts the worker.
 */
public final class DefaultEndpointExecutor implements EndpointExecutor {

	private final Scheduler worker;

	private final SessionStateStore states;

	private final FileStore files;

	private DefaultEndpointExecutor(Scheduler worker, SessionStateStore states, FileStore files) {
		this.worker = worker;
		this.states = states;
		this.files = files;
	}

	/**
	 * Starts an executor.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Flux<List<List<JsonNode>>> execute(Endpoint endpoint, List<Event> events) {
		Assert.notEmpty(events, "No event to run");
		return Flux.defer(() -> {
			AtomicBoolean cancelled = new AtomicBoolean();
			// An interrupted function fails, which nobody wants to hear of any more
			return run(endpoint, events).onErrorComplete((ex) -> cancelled.get()).doOnCancel(() -> cancelled.set(true));
		});
	}

	private Flux<List<List<JsonNode>>> run(Endpoint endpoint, List<Event> events) {
		EndpointRun run = new EndpointRun(endpoint, events, events.stream().map(this::context).toList());
		if (endpoint.states().isEmpty()) {
			return run(endpoint, run, Map.of());
		}
		return SessionStates.load(this.states, endpoint, events.get(0).request().sessionHash())
			.flatMapMany((states) -> run(endpoint, run, states.byName())
				.concatMap((rows) -> states.save().thenReturn(rows), 1)
				.concatWith(Mono.defer(() -> states.save().then(Mono.empty()))));
	}

	private Flux<List<List<JsonNode>>> run(Endpoint endpoint, EndpointRun run, Map<String, StateValue<Object>> states) {
		Flux<List<@Nullable Object>> results = Flux.defer(() -> run.call(states)).subscribeOn(this.worker, true);
		if (endpoint.outputs().stream().anyMatch((output) -> output.binding().blocking())) {
			results = results.publishOn(this.worker, 1);
		}
		Flux<List<List<JsonNode>>> rows = results.map(run::rows);
		return endpoint.generator() ? rows : rows.defaultIfEmpty(run.nullRows());
	}

	private ConversionContext context(Event event) {
		return new ConversionContext(this.files, event.request().fileUrlPrefix());
	}

	/** Builds a {@link DefaultEndpointExecutor}; everything is needed. */
	public static final class Builder {

		private @Nullable Scheduler worker;

		private @Nullable SessionStateStore states;

		private @Nullable FileStore files;

		private Builder() {
		}

		/** Says where functions run. Its tasks must be interrupted when disposed of. */
		public Builder worker(Scheduler worker) {
			this.worker = worker;
			return this;
		}

		/**
		 * Says where functions run: on a task executor, such as that of the application.
		 */
		public Builder worker(TaskExecutor executor) {
			return worker(Schedulers.fromExecutorService(new ExecutorServiceAdapter(executor)));
		}

		/** Says where the state of sessions is. */
		public Builder states(SessionStateStore states) {
			this.states = states;
			return this;
		}

		/** Says where files are. */
		public Builder files(FileStore files) {
			this.files = files;
			return this;
		}

		/**
		 * Builds the executor.
		 * @return the executor
		 * @throws IllegalArgumentException when something was not given
		 */
		public DefaultEndpointExecutor build() {
			Assert.notNull(this.worker, "An executor needs a worker");
			Assert.notNull(this.states, "An executor needs a store for states");
			Assert.notNull(this.files, "An executor needs a store for files");
			return new DefaultEndpointExecutor(this.worker, this.states, this.files);
		}

	}

}
