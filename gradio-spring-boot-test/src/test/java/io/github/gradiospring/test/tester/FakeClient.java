package io.github.gradiospring.test.tester;

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
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.protocol.info.ApiInfo;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/** A client whose calls bring what a test says, without an app. */
final class FakeClient implements GradioClient {

	/** What was given, by name, or by position as "0", "1" and so on. */
	final Map<String, Object> inputs = new LinkedHashMap<>();

	Flux<GradioEvent<JsonNode>> events = Flux.empty();

	ApiInfo info = ApiInfo.of(Map.of());

	byte[] content = {};

	boolean closed;

	static JsonNode json(Object value) {
		return GradioProtocol.jsonMapper().valueToTree(value);
	}

	/** A call that brings these values, the last one as its result. */
	FakeClient returning(Object... values) {
		this.events = Flux.fromArray(values)
			.<GradioEvent<JsonNode>>map((value) -> new GradioEvent.Output<>(json(value)))
			.concatWithValues(
					new GradioEvent.Completed<>((values.length > 0) ? json(values[values.length - 1]) : null, null));
		return this;
	}

	@Override
	public EndpointSpec endpoint(String name) {
		return new FakeCall();
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
		return Mono.just(new GradioApp(GradioConfig.builder().build(), this.info, List.of()));
	}

	@Override
	public Mono<ApiDescription> viewApi() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Flux<DataBuffer> content(FileData file) {
		return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(this.content)));
	}

	@Override
	public String sessionHash() {
		return "session";
	}

	@Override
	public void resetSession() {
	}

	@Override
	public Mono<Void> close() {
		return Mono.fromRunnable(() -> this.closed = true);
	}

	private final class FakeCall implements EndpointSpec {

		@Override
		public EndpointSpec input(String name, Object value) {
			FakeClient.this.inputs.put(name, value);
			return this;
		}

		@Override
		public EndpointSpec inputs(Map<String, ?> values) {
			FakeClient.this.inputs.putAll(values);
			return this;
		}

		@Override
		public EndpointSpec inputs(Object... values) {
			for (int i = 0; i < values.length; i++) {
				FakeClient.this.inputs.put(String.valueOf(i), values[i]);
			}
			return this;
		}

		@Override
		public EndpointSpec eventData(Object eventData) {
			return input("event data", eventData);
		}

		@Override
		public EndpointSpec route(CallRoute route) {
			return input("route", route);
		}

		@Override
		public <T> Mono<T> retrieve(Class<T> type) {
			return stream(type).takeLast(1).next();
		}

		@Override
		public <T> Mono<T> retrieve(ParameterizedTypeReference<T> type) {
			throw new UnsupportedOperationException();
		}

		@Override
		public <T> Flux<T> stream(Class<T> type) {
			return FakeClient.this.events.ofType(GradioEvent.Output.class)
				.map((output) -> GradioProtocol.jsonMapper().treeToValue((JsonNode) output.value(), type));
		}

		@Override
		public <T> Flux<T> stream(ParameterizedTypeReference<T> type) {
			throw new UnsupportedOperationException();
		}

		@Override
		@SuppressWarnings("unchecked")
		public <T> Flux<GradioEvent<T>> events(Class<T> type) {
			return FakeClient.this.events.map((event) -> (GradioEvent<T>) event);
		}

		@Override
		public <T> Flux<GradioEvent<T>> events(ParameterizedTypeReference<T> type) {
			throw new UnsupportedOperationException();
		}

		@Override
		public <T> GradioJob<T> submit(Class<T> type) {
			throw new UnsupportedOperationException();
		}

		@Override
		public <T> GradioJob<T> submit(ParameterizedTypeReference<T> type) {
			throw new UnsupportedOperationException();
		}

	}

}
