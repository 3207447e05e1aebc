package io.github.gradiospring.test.tester;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.test.tester.GradioTester.Response;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What came of a call that has ended. */
final class DefaultResponse extends JsonValue implements Response {

	private final String name;

	private final List<GradioEvent<JsonNode>> events;

	private final @Nullable GradioClientException error;

	DefaultResponse(GradioClient client, String name, List<GradioEvent<JsonNode>> events,
			@Nullable GradioClientException error) {
		super(client, "The result of " + name, result(events));
		this.name = name;
		this.events = events;
		this.error = error;
	}

	private static JsonNode result(List<GradioEvent<JsonNode>> events) {
		JsonNode result = null;
		for (GradioEvent<JsonNode> event : events) {
			if (event instanceof GradioEvent.Completed<JsonNode> completed) {
				result = completed.value();
			}
		}
		return (result != null) ? result : NullNode.getInstance();
	}

	@Override
	JsonNode value() {
		succeeds();
		return super.value();
	}

	@Override
	public Response succeeds() {
		if (this.error != null) {
			throw new AssertionError("The call of %s has failed: %s".formatted(this.name, this.error), this.error);
		}
		return this;
	}

	@Override
	public <T> ListAssert<T> outputs(Class<T> type) {
		succeeds();
		JavaType javaType = GradioProtocol.jsonMapper().constructType(type);
		List<T> values = new ArrayList<>();
		for (GradioEvent<JsonNode> event : this.events) {
			JsonNode value = (event instanceof GradioEvent.Output<JsonNode> output) ? output.value() : null;
			if (value != null) {
				values.add(convert("An output of " + this.name, value, javaType));
			}
		}
		if (values.isEmpty() && !value().isNull()) {
			// The one value of a plain function
			values.add(convert("The output of " + this.name, value(), javaType));
		}
		return Assertions.assertThat(values).as("outputs of %s", this.name);
	}

	@Override
	public ListAssert<GradioEvent.Log<?>> logs() {
		List<GradioEvent.Log<?>> logs = new ArrayList<>();
		this.events.forEach((event) -> {
			if (event instanceof GradioEvent.Log<?> log) {
				logs.add(log);
			}
		});
		return Assertions.assertThat(logs).as("messages of %s", this.name);
	}

	@Override
	public ListAssert<ProgressUnit> progress() {
		List<ProgressUnit> innermost = new ArrayList<>();
		this.events.forEach((event) -> {
			if (event instanceof GradioEvent.Progress<?> progress && !progress.units().isEmpty()) {
				innermost.add(progress.units().get(progress.units().size() - 1));
			}
		});
		return Assertions.assertThat(innermost).as("progress of %s", this.name);
	}

	@Override
	public ListAssert<Integer> ranks() {
		List<Integer> ranks = new ArrayList<>();
		this.events.forEach((event) -> {
			if (event instanceof GradioEvent.Queued<?> queued) {
				ranks.add(queued.rank());
			}
		});
		return Assertions.assertThat(ranks).as("ranks of %s", this.name);
	}

	@Override
	public CallErrorAssert error() {
		if (this.error == null) {
			throw new AssertionError("The call of %s has not failed, its result is %s".formatted(this.name, value()));
		}
		return new CallErrorAssert(this.error);
	}

}
