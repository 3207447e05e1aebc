package io.github.gradiospring.test.tester;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.CallRoute;
import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.test.tester.GradioTester.Request;
import io.github.gradiospring.test.tester.GradioTester.Response;
import io.github.gradiospring.test.tester.GradioTester.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A call of a client. */
final class DefaultRequest implements Request {

	private final GradioClient client;

	private EndpointSpec call;

	private final String name;

	private final Duration timeout;

	DefaultRequest(GradioClient client, EndpointSpec call, String name, Duration timeout) {
		this.client = client;
		this.call = call;
		this.name = name;
		this.timeout = timeout;
	}

	@Override
	public Request input(String name, @Nullable Object value) {
		this.call = this.call.input(name, value);
		return this;
	}

	@Override
	public Request inputs(Map<String, ?> values) {
		this.call = this.call.inputs(values);
		return this;
	}

	@Override
	public Request inputs(@Nullable Object... values) {
		this.call = this.call.inputs(values);
		return this;
	}

	@Override
	public Request eventData(@Nullable Object eventData) {
		this.call = this.call.eventData(eventData);
		return this;
	}

	@Override
	public Request route(CallRoute route) {
		this.call = this.call.route(route);
		return this;
	}

	@Override
	public Response execute() {
		List<GradioEvent<JsonNode>> events = new CopyOnWriteArrayList<>();
		Throwable error = this.call.events(JsonNode.class)
			.doOnNext(events::add)
			.then(Mono.<Throwable>empty())
			.onErrorResume(GradioClientException.class, Mono::just)
			.timeout(this.timeout)
			.onErrorResume(TimeoutException.class, Mono::just)
			.block();
		if (error instanceof TimeoutException) {
			throw new AssertionError("The call of %s has not ended within %s, only come to %s".formatted(this.name,
					this.timeout, events));
		}
		return new DefaultResponse(this.client, this.name, List.copyOf(events), (GradioClientException) error);
	}

	@Override
	public Stream executeStream() {
		EndpointSpec call = this.call;
		return new Stream() {

			@Override
			public <T> Flux<T> values(Class<T> type) {
				return call.stream(type);
			}

			@Override
			public <T> Flux<GradioEvent<T>> events(Class<T> type) {
				return call.events(type);
			}

		};
	}

}
