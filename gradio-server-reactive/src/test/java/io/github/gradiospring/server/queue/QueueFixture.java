package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.CloseStream;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.session.InMemoryEventLog;
import org.jspecify.annotations.Nullable;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** A queue in which time passes when the test says so. */
final class QueueFixture implements AutoCloseable {

	final VirtualTimeScheduler time;

	final DelayedStore store = new DelayedStore();

	final InMemoryEventLog log;

	final DefaultGradioQueue queue;

	private final TestEndpoints endpoints;

	QueueFixture(TestEndpoints endpoints) {
		this(endpoints, VirtualTimeScheduler.create(), (builder) -> builder);
	}

	QueueFixture(TestEndpoints endpoints, VirtualTimeScheduler time,
			UnaryOperator<DefaultGradioQueue.Builder> settings) {
		this.time = time;
		this.endpoints = endpoints;
		this.log = InMemoryEventLog.builder()
			.linger(Duration.ZERO)
			.scheduler(this.time)
			.ticker(() -> this.time.now(TimeUnit.NANOSECONDS))
			.build();
		this.queue = settings
			.apply(DefaultGradioQueue.builder(endpoints, endpoints, this.store, this.log)
				.options(QueueOptions.defaults().withUpdateInterval(Duration.ZERO))
				.scheduler(this.time)
				.ticker(() -> this.time.now(TimeUnit.NANOSECONDS)))
			.build();
	}

	String join(String endpoint, @Nullable String session, Object... data) {
		return this.queue.join(call(endpoint, session, data)).block();
	}

	QueueCall call(String endpoint, @Nullable String session, Object... data) {
		return new QueueCall(this.endpoints.get(endpoint), data(data), session, request(session));
	}

	static List<JsonNode> data(Object... data) {
		return Arrays.stream(data).map((value) -> GradioProtocol.jsonMapper().<JsonNode>valueToTree(value)).toList();
	}

	static GradioRequest request(@Nullable String session) {
		return new GradioRequest(new HttpHeaders(), new LinkedMultiValueMap<>(), session, null, "http://localhost",
				null);
	}

	void run() {
		this.time.advanceTime();
	}

	void after(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

	/**
	 * What a reader of the session has got when it comes now, with the end of the stream.
	 */
	List<ServerMessage> messages(String session) {
		List<ServerMessage> messages = new ArrayList<>();
		this.log.read(session)
			.subscribe(messages::addAll, (error) -> messages.add(null), () -> messages.add(new CloseStream()))
			.dispose();
		return messages;
	}

	void assertNothingLeft() {
		run();
		assertThat(this.queue.openEvents()).as("open events").isZero();
		assertThat(this.store.queues()).as("queues").isZero();
		assertThat(this.store.size().block()).as("waiting").isZero();
		assertThat(this.log.size()).as("channels").isZero();
	}

	@Override
	public void close() {
		this.time.dispose();
	}

}
