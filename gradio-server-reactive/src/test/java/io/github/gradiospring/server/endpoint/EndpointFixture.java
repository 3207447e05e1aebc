package io.github.gradiospring.server.endpoint;

import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Event;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Reports;
import io.github.gradiospring.server.endpoint.method.AnnotatedEndpointSource;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.StoredFile;
import io.github.gradiospring.server.session.SessionStateStore;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

/** Serves the endpoints of some beans, as the auto-configuration would. */
public final class EndpointFixture implements AutoCloseable {

	public static final Duration TIMEOUT = Duration.ofSeconds(20);

	public static final String WORKER = "test-worker-";

	public final AnnotationConfigApplicationContext context;

	public final DefaultEndpointRegistry registry;

	public final DefaultEndpointExecutor executor;

	public final InMemoryStates states = new InMemoryStates();

	public final RecordedReports reports = new RecordedReports();

	public final Scheduler worker = worker();

	public String session = "session";

	public Principal principal;

	private EndpointFixture(AnnotationConfigApplicationContext context, List<EndpointSource> sources) {
		this.context = context;
		try (var factory = Validation.byDefaultProvider()
			.configure()
			.messageInterpolator(new ParameterMessageInterpolator())
			.buildValidatorFactory()) {
			Validator validator = factory.getValidator();
			List<EndpointSource> all = new ArrayList<>(sources);
			all.add(AnnotatedEndpointSource.builder(context.getBeanFactory(), kinds())
				.validator(validator, this.worker, new NoFiles())
				.build());
			this.registry = new DefaultEndpointRegistry(all);
			this.registry.afterSingletonsInstantiated();
		}
		this.executor = DefaultEndpointExecutor.builder()
			.worker(this.worker)
			.states(this.states)
			.files(new NoFiles())
			.build();
	}

	/** Serves the annotated methods of beans. */
	public static EndpointFixture of(Class<?>... beans) {
		return of(new AnnotationConfigApplicationContext(), beans);
	}

	/** Serves the annotated methods of beans in a context that was prepared. */
	public static EndpointFixture of(AnnotationConfigApplicationContext context, Class<?>... beans) {
		try {
			if (beans.length > 0) {
				context.register(beans);
			}
			context.refresh();
			return new EndpointFixture(context, List.of());
		}
		catch (RuntimeException ex) {
			context.close();
			throw ex;
		}
	}

	/** Serves endpoints made in code. */
	public static EndpointFixture of(Endpoint... endpoints) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.refresh();
		return new EndpointFixture(context, List.of(() -> List.of(endpoints)));
	}

	public static ComponentKinds kinds() {
		return new ComponentKinds(GradioProtocol.jsonMapper(), List.of());
	}

	public static Scheduler worker() {
		return Schedulers.fromExecutorService(new ExecutorServiceAdapter(new SimpleAsyncTaskExecutor(WORKER)));
	}

	public Endpoint endpoint(String name) {
		return this.registry.find(name).orElseThrow();
	}

	/** Calls an endpoint and waits for all rows. */
	public List<List<JsonNode>> rows(String name, Object... values) {
		return flux(name, values).collectList().block(TIMEOUT);
	}

	/** Calls an endpoint that has one output and waits for all its values. */
	public List<JsonNode> values(String name, Object... values) {
		return flux(name, values).map((row) -> row.get(row.size() - 1)).collectList().block(TIMEOUT);
	}

	/** Calls an endpoint. */
	public Flux<List<JsonNode>> flux(String name, Object... values) {
		return this.executor.execute(endpoint(name), List.of(event(values))).map((rows) -> rows.get(0));
	}

	/** Calls a batch endpoint with the values of each event. */
	public Flux<List<List<JsonNode>>> batch(String name, Object[]... events) {
		return this.executor.execute(endpoint(name), Arrays.stream(events).map(this::event).toList());
	}

	/** Validates the values of a call. */
	public Mono<Void> validate(String name, Object... values) {
		return new DefaultInputValidator().validate(endpoint(name), json(values), request());
	}

	public Event event(Object... values) {
		return new Event("event", json(values), request(), this.reports);
	}

	public GradioRequest request() {
		HttpHeaders headers = new HttpHeaders();
		headers.add("x-custom", "custom");
		return new GradioRequest(headers, new LinkedMultiValueMap<>(Map.of("q", List.of("1"))), this.session,
				this.principal, "http://localhost:7860", null);
	}

	public static List<JsonNode> json(Object... values) {
		return Arrays.stream(values).map(EndpointFixture::json).toList();
	}

	public static JsonNode json(Object value) {
		return GradioProtocol.jsonMapper().valueToTree(value);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** Remembers what endpoints report. */
	public static final class RecordedReports implements Reports {

		public final List<List<ProgressUnit>> progress = new CopyOnWriteArrayList<>();

		public final List<String> logs = new CopyOnWriteArrayList<>();

		@Override
		public void progress(List<ProgressUnit> units) {
			this.progress.add(units);
		}

		@Override
		public void log(LogLevel level, String message, String title, Double duration, boolean visible) {
			this.logs.add("%s %s %s %s %s".formatted(level.wireName(), message, title, duration, visible));
		}

	}

	/** Keeps state in a map, but for one called {@code broken}. */
	public static final class InMemoryStates implements SessionStateStore {

		public final Map<String, Object> values = new ConcurrentHashMap<>();

		@Override
		public <T> Mono<T> find(String sessionHash, String name, Class<T> type) {
			return Mono.fromSupplier(() -> type.cast(this.values.get(sessionHash + "/" + name)));
		}

		@Override
		public Mono<Void> save(String sessionHash, String name, Object value) {
			return Mono.fromRunnable(() -> {
				if (name.equals("broken")) {
					throw new IllegalStateException("store is down");
				}
				if (value == null) {
					this.values.remove(sessionHash + "/" + name);
				}
				else {
					this.values.put(sessionHash + "/" + name, value);
				}
			});
		}

		@Override
		public Mono<Void> remove(String sessionHash) {
			return Mono.fromRunnable(() -> this.values.keySet().removeIf((key) -> key.startsWith(sessionHash + "/")));
		}

	}

	/** For endpoints without files. */
	public static final class NoFiles implements FileStore {

		@Override
		public Mono<StoredFile> save(String filename, Publisher<DataBuffer> content) {
			throw new UnsupportedOperationException();
		}

		@Override
		public StoredFile save(String filename, Path file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mono<StoredFile> find(String path) {
			throw new UnsupportedOperationException();
		}

	}

}
