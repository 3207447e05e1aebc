package io.github.gradiospring.client.exchange;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.app.ApiDescription;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.call.CallRoute;
import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus;
import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;

/** A client that answers itself, and knows what it was called with. */
final class RecordingClient implements GradioClient {

	final List<Call> calls = new ArrayList<>();

	private final Mono<GradioApp> app;

	private final Object[] values;

	boolean closed;

	RecordingClient(Mono<GradioApp> app, Object... values) {
		this.app = app;
		this.values = values;
	}

	Call call() {
		return this.calls.get(this.calls.size() - 1);
	}

	@Override
	public EndpointSpec endpoint(String name) {
		return new Spec(name);
	}

	@Override
	public EndpointSpec endpoint(int fnIndex) {
		throw new UnsupportedOperationException();
	}

	@Override
	public EndpointSpec endpoint() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<GradioApp> app() {
		return this.app;
	}

	@Override
	public Mono<ApiDescription> viewApi() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Flux<DataBuffer> content(FileData file) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String sessionHash() {
		return "hash";
	}

	@Override
	public void resetSession() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Void> close() {
		return Mono.fromRunnable(() -> this.closed = true);
	}

	record Call(String endpoint, Map<String, @Nullable Object> named, List<@Nullable Object> positional, String style,
			Type type) {
	}

	private final class Spec implements EndpointSpec {

		private final String name;

		private final Map<String, @Nullable Object> named = new LinkedHashMap<>();

		private final List<@Nullable Object> positional = new ArrayList<>();

		Spec(String name) {
			this.name = name;
		}

		@Override
		public EndpointSpec input(String name, @Nullable Object value) {
			this.named.put(name, value);
			return this;
		}

		@Override
		public EndpointSpec inputs(Map<String, ?> values) {
			this.named.putAll(values);
			return this;
		}

		@Override
		public EndpointSpec inputs(@Nullable Object... values) {
			this.positional.addAll(Arrays.asList(values));
			return this;
		}

		@Override
		public EndpointSpec eventData(@Nullable Object eventData) {
			throw new UnsupportedOperationException();
		}

		@Override
		public EndpointSpec route(CallRoute route) {
			throw new UnsupportedOperationException();
		}

		@SuppressWarnings("unchecked")
		private <T> Flux<T> answer(String style, Type type) {
			return Flux.defer(() -> {
				RecordingClient.this.calls.add(new Call(this.name, this.named, this.positional, style, type));
				return Flux.fromArray((T[]) RecordingClient.this.values);
			});
		}

		@Override
		public <T> Mono<T> retrieve(Class<T> type) {
			return this.<T>answer("retrieve", type).takeLast(1).next();
		}

		@Override
		public <T> Mono<T> retrieve(ParameterizedTypeReference<T> type) {
			return this.<T>answer("retrieve", type.getType()).takeLast(1).next();
		}

		@Override
		public <T> Flux<T> stream(Class<T> type) {
			return answer("stream", type);
		}

		@Override
		public <T> Flux<T> stream(ParameterizedTypeReference<T> type) {
			return answer("stream", type.getType());
		}

		@Override
		public <T> Flux<GradioEvent<T>> events(Class<T> type) {
			return this.<T>answer("events", type).map(GradioEvent.Output::new);
		}

		@Override
		public <T> Flux<GradioEvent<T>> events(ParameterizedTypeReference<T> type) {
			return this.<T>answer("events", type.getType()).map(GradioEvent.Output::new);
		}

		@Override
		public <T> GradioJob<T> submit(Class<T> type) {
			throw new UnsupportedOperationException();
		}

		@Override
		public <T> GradioJob<T> submit(ParameterizedTypeReference<T> type) {
			List<T> outputs = this.<T>answer("submit", type.getType()).collectList().block();
			return new DoneJob<>(outputs);
		}

	}

	/** A job that is done. */
	private record DoneJob<T>(List<T> outputs) implements GradioJob<T> {

		@Override
		public JobStatus status() {
			return new JobStatus(JobStatus.State.FINISHED, null, null, null, List.of(), null);
		}

		@Override
		public Mono<T> result() {
			return Flux.fromIterable(this.outputs).takeLast(1).next();
		}

		@Override
		public Flux<GradioEvent<T>> events() {
			return Flux.fromIterable(this.outputs).map((value) -> new GradioEvent.Completed<>(value, null));
		}

		@Override
		public Mono<Boolean> cancel() {
			return Mono.just(false);
		}

		@Override
		public Mono<Boolean> send(@Nullable Object... inputs) {
			return Mono.just(inputs.length == 1);
		}

		@Override
		public Mono<Void> endOfInput() {
			return Mono.empty();
		}

	}

}
