package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.server.component.InvalidValueException;
import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.queue.TestEndpoints.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the queue writes, held against what Gradio has sent in the same situation. */
class QueueRecordingTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final TestEndpoints endpoints = new TestEndpoints();

	private final Map<String, String> names = new HashMap<>();

	private QueueFixture fixture;

	private Recording recording;

	@AfterEach
	void nothingIsLeft() {
		this.fixture.assertNothingLeft();
		this.fixture.close();
	}

	@Test
	void success() {
		this.endpoints.add("greet", Script.echo((name) -> text("Hello " + name.stringValue() + "!")));
		start("queue_success");
		join("greet", "sess1", "Bob", "!");
		assertStream(0, "sess1");
	}

	@Test
	void secondCall() {
		this.endpoints.add("sleep", sleep());
		start("queue_success_second_call");
		join("sleep", "sessA", 0.1);
		after(0.1);
		assertStream(0, "sessA");
		join("sleep", "sessB", 0.1);
		after(0.1);
		assertStream(1, "sessB");
	}

	@Test
	void lateListener() {
		this.endpoints.add("greet", Script.echo((name) -> text("Hello " + name.stringValue() + "!")));
		start("queue_late_listener", "greet");
		join("greet", "sess1", "Bob", "!");
		assertStream(0, "sess1");
	}

	@Test
	void streamReopened() {
		this.endpoints.add("greet", Script.echo((name) -> text("Hello " + name.stringValue() + "!")));
		start("queue_stream_reopened", "greet");
		join("greet", "sess1", "a", "!");
		assertStream(0, "sess1");
		join("greet", "sess1", "b", "!");
		assertStream(1, "sess1");
	}

	@Test
	void twoJobsOneSession() {
		this.endpoints.add("sleep", sleep())
			.add("greet", Script.echo((name) -> text("Hello " + name.stringValue() + "!")));
		start("queue_two_jobs_one_session", "sleep", "greet");
		join("sleep", "sess1", 0.3);
		join("greet", "sess1", "Bob", "!");
		after(0.3);
		assertStream(0, "sess1");
	}

	@Test
	void rankAndEta() {
		this.endpoints.add("sleep", sleep());
		start("queue_rank_eta", "sleep");
		join("sleep", "r0", 0.6);
		join("sleep", "r1", 0.6);
		join("sleep", "r2", 0.6);
		assertThat(this.fixture.queue.size().block()).isEqualTo(2);
		var sent = this.fixture.messages("r2");
		after(0.6);
		sent.addAll(this.fixture.messages("r2"));
		after(1.2);
		sent.addAll(this.fixture.messages("r2"));
		assertThat(Recording.comparable(sent, this.names)).isEqualTo(this.recording.stream(0));
		this.fixture.messages("r0");
		this.fixture.messages("r1");
	}

	@Test
	void concurrencyId() {
		JsonNode epochs = json("""
				["<epoch>", "<epoch>"]""");
		Script script = Script.values(Mono.just(epochs).delayElement(Duration.ofMillis(400), this.time).flux());
		this.endpoints.add("first", script, (builder) -> builder.queue(TestEndpoints.policy("shared", 1)))
			.add("second", script, (builder) -> builder.queue(TestEndpoints.policy("shared", 1)));
		start("queue_concurrency_id");
		join("first", "c1", 0.4);
		join("second", "c2", 0.4);
		after(0.3);
		assertThat(this.fixture.queue.status()).singleElement()
			.isEqualTo(new QueueStatus("shared", 1, 1, 1, null, List.of("first", "second")));
		after(0.5);
		assertStream(0, "c2");
		assertStream(1, "c1");
	}

	@Test
	void generatorOfText() {
		this.endpoints.generator("spell", Script.values(Flux.just(text("a"), text("ab"), text("abc"))));
		start("queue_generator_text");
		join("spell", "sess1", "abc");
		assertStream(0, "sess1");
	}

	@Test
	void emptyGenerator() {
		this.endpoints.generator("nothing", Script.values(Flux.empty()));
		start("queue_generator_empty");
		join("nothing", "sess1", "x");
		assertStream(0, "sess1");
	}

	@Test
	void generatorOfTwoOutputs() {
		this.endpoints.add("two",
				(events) -> Flux.just("a", "ab", "abc")
					.map((text) -> List.of(List.of(text(text), IntNode.valueOf(text.length())))),
				(builder) -> builder.generator(true).output(TestEndpoints.output(false)));
		start("queue_generator_two_outputs");
		join("two", "sess1", "abc");
		assertStream(0, "sess1");
	}

	@Test
	void generatorOfOpaqueValues() {
		List<JsonNode> values = List.of(json("""
				{"title": "a", "items": [1, 2, 3], "meta": {"done": false}}"""), json("""
				{"title": "ab", "items": [1, 2, 3, 4], "meta": {"done": false}}"""), json("""
				{"title": "ab", "items": [1, 9], "meta": {"done": true, "k": null}}"""), json("""
				{"title": "abc", "items": [], "extra": [{"x": 1}]}"""));
		this.endpoints.add("json", (events) -> Flux.fromIterable(values).map((value) -> List.of(List.of(value))),
				(builder) -> Endpoint.builder("json")
					.generator(true)
					.output(TestEndpoints.output(true))
					.function((call) -> Flux.empty()));
		start("queue_generator_json");
		join("json", "sess1");
		assertStream(0, "sess1");
	}

	@Test
	void generatorErrors() {
		this.endpoints
			.generator("gr_error",
					Script.values(Flux.just(text("Foo"))
						.concatWith(Flux.error(new GradioException("Custom iterator message")))))
			.generator("plain", Script.values(Flux.just(text("0"), text("1"), text("2"))
				.concatWith(Flux.error(new IllegalStateException("Oh no!")))));
		start("queue_generator_error", true);
		join("gr_error", "sess1", "x");
		assertStream(0, "sess1");
		join("plain", "sess2", 5);
		assertStream(1, "sess2");
	}

	@Test
	void plainErrorShown() {
		this.endpoints.add("plain", Script.values(Flux.error(new IllegalStateException("plain failure: q"))));
		start("queue_plain_error", true);
		join("plain", "sess1", "q");
		assertStream(0, "sess1");
	}

	@Test
	void errorsHidden() {
		this.endpoints.add("plain", Script.values(Flux.error(new IllegalStateException("plain failure: q"))))
			.add("gr_error", Script.values(Flux.error(new GradioException("Custom user-facing error message"))))
			.generator("generator",
					Script.values(Flux.just(text("Foo")).concatWith(Flux.error(new IllegalStateException("Oh no!")))));
		start("queue_plain_error", false);
		this.names.put("skipped", "<event_id:1>");
		join("plain", "sess2", "q");
		assertStream(1, "sess2");
		join("gr_error", "sess3", "q");
		assertStream(2, "sess3");
		join("generator", "sess4", "q");
		assertStream(3, "sess4");
	}

	@Test
	void applicationError() {
		this.endpoints
			.add("custom",
					Script.values(Flux
						.error(new GradioException("Bad input: q", "Custom title", Duration.ofSeconds(5), false))))
			.add("divide", Script.values(Flux.error(new GradioException("Cannot divide by zero!"))));
		start("queue_gr_error");
		join("custom", "sess1", "q");
		assertStream(0, "sess1");
		join("divide", "sess2", 1, "divide", 0);
		assertStream(1, "sess2");
	}

	@Test
	void refusedValue() {
		this.endpoints.add("number",
				Script.values(Flux.error(new InvalidValueException("Value 99 is greater than maximum value 10."))));
		start("queue_component_errors");
		join("number", "sess1", 99);
		assertStream(0, "sess1");
	}

	@Test
	void batch() {
		this.endpoints.add("batch", (events) -> Mono.fromSupplier(() -> events.stream().map((event) -> {
			String value = event.data().get(0).stringValue() + ":" + event.data().get(1).intValue();
			return List.<JsonNode>of(text(value), IntNode.valueOf(events.size()));
		}).toList()).delayElement(Duration.ofMillis(300), this.time).flux(),
				(builder) -> builder.queue(TestEndpoints.batch("batch", 4)).output(TestEndpoints.output(false)));
		start("queue_batch");
		for (int i = 0; i < 5; i++) {
			join("batch", "b" + i, "t" + i, i);
		}
		var first = this.fixture.messages("b1");
		after(1);
		first.addAll(this.fixture.messages("b1"));
		assertStream(0, "b0");
		assertThat(Recording.comparable(first, this.names)).isEqualTo(this.recording.stream(1));
		assertStream(2, "b2");
		assertStream(3, "b3");
		assertStream(4, "b4");
	}

	@Test
	void cachedResult() {
		Map<String, List<List<JsonNode>>> kept = new HashMap<>();
		CachePolicy policy = new CachePolicy(false, 10, Duration.ofHours(1));
		this.endpoints
			.add("cached", Script.echo((key) -> text(key.stringValue() + "#1")), (builder) -> builder.cache(policy))
			.add("spell", Script.values(Flux.just(text("a"), text("ab"))),
					(builder) -> builder.generator(true).cache(policy));
		start("queue_cache", true, new MapCache(kept));
		join("cached", "h1", "k");
		assertStream(0, "h1");
		join("cached", "h2", "k");
		assertStream(1, "h2");
		join("spell", "h3", "ab");
		assertStream(2, "h3");
		join("spell", "h4", "ab");
		assertStream(3, "h4");
	}

	@Test
	void cancelWaiting() {
		this.endpoints.add("sleep", sleep());
		start("queue_cancel_queued", "sleep");
		join("sleep", "other", 1);
		String id = join("sleep", "sess1", 1);
		this.fixture.queue.cancel(id, "sess1").block();
		assertStream(0, "sess1");
		after(1);
		this.fixture.messages("other");
	}

	@Test
	void cancelRunningGenerator() {
		this.endpoints.generator("endless",
				Script.values(Flux.interval(Duration.ZERO, Duration.ofMillis(100), this.time)
					.map((i) -> IntNode.valueOf(i.intValue()))));
		start("queue_cancel_running_generator");
		String id = join("endless", "sess1");
		after(0.1);
		this.fixture.queue.cancel(id, "sess1").block();
		assertStream(0, "sess1");
	}

	@Test
	void cancelRunningCall() {
		this.endpoints.add("sleep", sleep());
		start("queue_cancel_running_plain", "sleep");
		String id = join("sleep", "sess1", 1.5);
		after(0.5);
		this.fixture.queue.cancel(id, "sess1").block();
		assertStream(0, "sess1");
	}

	@Test
	void logs() {
		this.endpoints.add("logs", (events) -> Flux.defer(() -> {
			var reports = events.get(0).reports();
			reports.log(LogLevel.INFO, "an info", "Info title", 10.0, true);
			reports.log(LogLevel.WARNING, "a warning", "Warning", 10.0, false);
			reports.log(LogLevel.SUCCESS, "a success", "Success", 3.0, true);
			return Flux.just(List.of(List.of(text("x"))));
		}));
		start("queue_logs");
		join("logs", "sess1", "x");
		assertStream(0, "sess1");
	}

	@Test
	void progress() {
		this.endpoints.add("progress", (events) -> {
			var reports = events.get(0).reports();
			return Flux.range(-1, 12)
				.delayElements(Duration.ofMillis(10), this.time)
				.doOnNext((i) -> reports
					.progress(List.of((i < 0) ? new ProgressUnit(null, null, "steps", 0.0, "Starting...")
							: new ProgressUnit(i, 10, "steps", null, null))))
				.then(Mono.just(List.of(List.<JsonNode>of(text("x")))))
				.flux();
		});
		start("queue_progress");
		String id = join("progress", "sess1", "x");
		this.names.put(id, "<event_id:1>");
		var sent = this.fixture.messages("sess1");
		for (int i = 0; i < 12; i++) {
			after(0.01);
			sent.addAll(this.fixture.messages("sess1"));
		}
		assertThat(Recording.comparable(sent, this.names)).isEqualTo(this.recording.stream(0));
	}

	@Test
	void chunksUntilTheCallerEndsThem() {
		chunked();
		start("stream_time_limit");
		String id = join("stream", "sess1", "one");
		assertThat(this.fixture.queue.feed(id, QueueFixture.data("more1")).block()).isTrue();
		assertThat(this.fixture.queue.feed(id, QueueFixture.data("more2")).block()).isTrue();
		assertThat(this.fixture.queue.endFeed(id).block()).isTrue();
		assertThat(this.fixture.queue.feed("unknown", QueueFixture.data("x")).block()).isFalse();
		assertThat(this.fixture.queue.endFeed("unknown").block()).isFalse();
		assertStream(0, "sess1");
	}

	@Test
	void chunksUntilTimeIsUp() {
		chunked();
		start("stream_time_limit_expires", "stream");
		join("stream", "sess1", "one");
		after(3);
		assertStream(0, "sess1");
	}

	private void chunked() {
		this.endpoints.add("stream", Script.echo((chunk) -> text("chunk:" + chunk.stringValue())),
				(builder) -> builder.chunkedInput(true)
					.queue(new QueuePolicy("stream", 1, false, 4, null, Duration.ofSeconds(3))));
	}

	private Script sleep() {
		return (events) -> {
			JsonNode seconds = events.get(0).data().get(0);
			return Mono.just(List.of(List.of(seconds)))
				.delayElement(Duration.ofNanos((long) (seconds.doubleValue() * 1e9)), this.time)
				.flux();
		};
	}

	/** Starts the queue, when some endpoints have been called before. */
	private void start(String recording, String... calledBefore) {
		start(recording, true);
		for (String endpoint : calledBefore) {
			String id = this.fixture.join(endpoint, "before", endpoint.equals("sleep") ? (Object) 0.5 : "x");
			after(1);
			this.fixture.queue.endFeed(id).block();
			after(5);
			this.fixture.messages("before");
		}
	}

	private void start(String recording, boolean showErrors) {
		start(recording, showErrors, new MapCache(new HashMap<>()));
	}

	private void start(String recording, boolean showErrors, ResultCache cache) {
		this.recording = Recording.of(recording);
		this.fixture = new QueueFixture(this.endpoints, this.time, (builder) -> builder.cache(cache)
			.options(QueueOptions.defaults().withUpdateInterval(Duration.ZERO).withShowErrors(showErrors)));
	}

	private String join(String endpoint, String session, Object... data) {
		String id = this.fixture.join(endpoint, session, data);
		this.names.put(id, "<event_id:%d>".formatted(this.names.size() + 1));
		this.fixture.run();
		return id;
	}

	private void after(double seconds) {
		this.fixture.after(Duration.ofNanos((long) (seconds * 1e9)));
	}

	private void assertStream(int number, String session) {
		assertThat(Recording.comparable(this.fixture.messages(session), this.names))
			.containsExactlyElementsOf(this.recording.stream(number));
	}

	private static JsonNode text(String text) {
		return StringNode.valueOf(text);
	}

	private static JsonNode json(String json) {
		return GradioProtocol.jsonMapper().readTree(json);
	}

}
