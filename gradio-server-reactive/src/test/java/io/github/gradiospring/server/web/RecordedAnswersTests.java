package io.github.gradiospring.server.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers as real Gradio did, step by step. */
class RecordedAnswersTests {

	/** What is better here, or belongs to other parts, by case and step. */
	private static final Map<String, List<Integer>> DIFFERENT = Map.of(
			// Pages, login and front-end files
			"misc_routes", List.of(4, 5, 6, 7, 8, 9, 13, 15, 15, 16, 17, 19, 20, 26),
			// A 404 instead of a 500, streams
			"queue_bad_requests", List.of(2, 5, 10, 11, 12), "simple_bad_requests", List.of(0, 3, 4),
			// A 4xx instead of a 500, and streams
			"simple_v2", List.of(1, 3, 5, 6, 7, 8, 9, 10),
			// A 404 and 422 instead of 500, hidden errors, the validator runs
			"run_errors", List.of(2, 3, 5, 6),
			// A single sample of a batch works, and an index that is elsewhere in the
			// fixture
			"run_direct", List.of(5, 8, 10), "monitoring", List.of(0, 1, 3, 4), "stream_time_limit", List.of(0, 4),
			// The client of the recording had shortened the path
			"files_forbidden", List.of(4));

	private static final InputValidator ADULT = (endpoint, data, request) -> (data.get(0).asInt() > 18) ? Mono.empty()
			: Mono.error(new InvalidInputException(
					List.of(new InvalidInputException.InvalidParameter("age", "Age must be over 18"))));

	private final TestServer server = new TestServer();

	@BeforeEach
	void addEndpoints() {
		TestEndpoints endpoints = this.server.endpoints;
		endpoints.add("fast", (fast) -> text(fast).queued(false))
			.add("calculator_defaults",
					(calculator) -> calculator.input(TestEndpoints.input("num1", TestEndpoints.number("num1"), "10"))
						.input(TestEndpoints.input("operation", TestEndpoints.textbox("operation"), "null"))
						.input(TestEndpoints.input("num2", TestEndpoints.number("num2"), "100"))
						.output(TestEndpoints.output("output", TestEndpoints.number("output"))))
			.addGreet()
			.add("no_input", (endpoint) -> endpoint)
			.addCounter("increment_with_queue", true)
			.addCounter("increment_without_queue", false)
			.addCounter("increment_private", true)
			.add("spell", (spell) -> text(spell).generator(true))
			.add("gr_error", RecordedAnswersTests::text)
			.add("plain_error", RecordedAnswersTests::text)
			.add("validate_age",
					(age) -> age.input(TestEndpoints.input("age", TestEndpoints.number("age"))).validator(ADULT))
			.add("batch",
					(batch) -> batch.queue(new QueuePolicy("batch", 1, true, 4, null, null))
						.input(TestEndpoints.text("texts", "text"))
						.input(TestEndpoints.input("numbers", TestEndpoints.number("num1")))
						.output(TestEndpoints.output("text", TestEndpoints.textbox("text")))
						.output(TestEndpoints.output("size", TestEndpoints.number("size"))))
			.add("closed", RecordedAnswersTests::text)
			.add("closed_nq", (closed) -> text(closed).queued(false))
			.add("stream_chunks", RecordedAnswersTests::text)
			.add("undocumented", (hidden) -> text(hidden).visibility(ApiVisibility.UNDOCUMENTED));
		this.server.options.showErrors(true);
		this.server.executor = (endpoint, events) -> switch (endpoint.name()) {
			case "greet" -> results("[['Hello Bob!']]");
			case "fast" -> results("[['fast:x']]");
			case "closed_nq" -> results("[['x']]");
			case "spell" -> results("[['a']]", "[['ab']]");
			case "batch" -> results("[['a:1', 2], ['b:2', 2]]");
			case "increment_without_queue" -> results("[[null, 1]]");
			case "gr_error" ->
				Flux.error(new GradioException("Bad input: q", "Custom title", Duration.ofSeconds(5), false));
			case "plain_error" -> Flux.error(new IllegalStateException("plain failure: q"));
			default -> Flux.empty();
		};
	}

	private static io.github.gradiospring.server.endpoint.Endpoint.Builder text(
			io.github.gradiospring.server.endpoint.Endpoint.Builder endpoint) {
		return endpoint.input(TestEndpoints.text("text", "text"))
			.output(TestEndpoints.output("result", TestEndpoints.textbox("result")));
	}

	private static Flux<List<List<JsonNode>>> results(String... results) {
		return Flux.just(results)
			.map((rows) -> TestEndpoints.json(rows).values().stream().map((row) -> List.copyOf(row.values())).toList());
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	static Stream<Arguments> steps() {
		return Stream
			.of("misc_routes", "queue_bad_requests", "queue_validator", "simple_bad_requests", "simple_v2",
					"run_direct", "run_errors", "cancel_unknown", "cors", "monitoring", "stream_time_limit",
					"files_forbidden", "files_upload_progress", "api_open_closed")
			.flatMap((name) -> IntStream.range(0, Recording.load(name).steps().size())
				.filter((step) -> !DIFFERENT.getOrDefault(name, List.of()).contains(step))
				.mapToObj((step) -> Arguments.of(name, step)))
			.filter((arguments) -> !isStreamOrUpload((String) arguments.get()[0], (int) arguments.get()[1]));
	}

	private static boolean isStreamOrUpload(String name, int step) {
		JsonNode recorded = Recording.load(name).steps().get(step);
		return recorded.path("response").has("sse") || recorded.path("request").has("multipart");
	}

	@ParameterizedTest
	@MethodSource("steps")
	void answersAsRecorded(String name, int step) {
		this.server.options.apiOpen(!name.equals("api_open_closed"));
		JsonNode recorded = Recording.load(name).steps().get(step);
		String age = name.equals("queue_validator") ? "10" : "2";
		JsonNode adapted = GradioProtocol.jsonMapper()
			.readTree(recorded.toString()
				.replace("\"fn_index\":34", "\"fn_index\":" + age)
				.replace("\"fn_index\":13", "\"fn_index\":6")
				.replace("<cache>", "0000")
				.replace("<port>", "7860"));
		new Replay(this.server.client(), Map.of("<event_id:1>", "open", "<event_id:2>", "event2")).verify(adapted);
	}

	@Test
	void hidesErrors() {
		this.server.options.showErrors(false);
		JsonNode step = Recording.load("run_errors").steps().get(2);
		new Replay(this.server.client(), Map.of()).verify(step);
	}

	@Test
	void runsABatchOfOne() {
		this.server.executor = (endpoint, events) -> results("[['a:1', 1]]");
		JsonNode answer = Replay.json(new Replay(this.server.client(), Map.of())
			.send(Recording.load("run_direct").steps().get(8).get("request")));
		assertThat(answer.get("data")).isEqualTo(TestEndpoints.json("['a:1', 1]"));
		assertThat(answer.get("is_generating").isNull()).isTrue();
	}

}
