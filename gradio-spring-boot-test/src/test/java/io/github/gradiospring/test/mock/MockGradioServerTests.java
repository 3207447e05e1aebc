package io.github.gradiospring.test.mock;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.LogMessage;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ProcessStarts;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.GradioException;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MockGradioServerTests {

	private final MockGradioServer server = MockGradioServer.start();

	private final WireClient client = new WireClient(this.server.url());

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void describesItsEndpoints() {
		this.server.endpoint("/greet")
			.description("Greets somebody")
			.parameter("name")
			.parameter("times", "number", 2)
			.parameter("mood",
					ComponentDescription.builder("dropdown").label("Mood").prop("choices", List.of("good")).build())
			.output("greeting", "markdown")
			.returns("Hello");
		this.server.endpoint("hidden").visibility(ApiVisibility.PRIVATE).returns();

		ApiInfo info = GradioProtocol.jsonMapper().treeToValue(this.client.get("/gradio_api/info"), ApiInfo.class);

		assertThat(info.namedEndpoints()).containsOnlyKeys("/greet");
		EndpointInfo greet = info.namedEndpoints().get("/greet");
		assertThat(greet.description()).isEqualTo("Greets somebody");
		assertThat(greet.parameters()).extracting("parameterName", "component", "parameterHasDefault")
			.containsExactly(tuple("name", "Textbox", false), tuple("times", "Number", true),
					tuple("mood", "Dropdown", false));
		assertThat(greet.parameters().get(1).parameterDefault().intValue()).isEqualTo(2);
		assertThat(greet.returns()).extracting("label", "component").containsExactly(tuple("greeting", "Markdown"));
	}

	private static Tuple tuple(Object... values) {
		return Tuple.tuple(values);
	}

	@Test
	void takesTheOutputsFromTheFirstAnswer() {
		this.server.endpoint("all").returns("text", 5, true, Map.of("a", 1), new byte[] { 1 }, List.of(new byte[0]));

		JsonNode returns = this.client.get("/gradio_api/info").at("/named_endpoints/~1all/returns");

		assertThat(returns.findValuesAsString("component")).containsExactly("Textbox", "Number", "Checkbox", "Json",
				"File", "File");
		assertThat(returns.findValuesAsString("label")).startsWith("output 0", "output 1");
	}

	@Test
	void aParameterThatIsSaidAgainIsChanged() {
		this.server.endpoint("/greet").parameter("name").parameter("times", "number").returns("Hello");
		this.server.endpoint("/greet").parameter("times", "slider");

		JsonNode parameters = this.client.get("/gradio_api/info").at("/named_endpoints/~1greet/parameters");

		assertThat(parameters.findValuesAsString("parameter_name")).containsExactly("name", "times");
		assertThat(parameters.findValuesAsString("component")).containsExactly("Textbox", "Slider");
	}

	@Test
	void returnsAValue() {
		this.server.endpoint("/greet").parameter("name").returns("Hello");

		List<ServerMessage> messages = this.client.call("s1", 0, "Ada");

		assertThat(messages).hasSize(3);
		assertThat(messages.get(0)).isInstanceOf(Estimation.class);
		assertThat(messages.get(1)).isInstanceOf(ProcessStarts.class);
		assertThat(values(messages.get(2))).containsExactly("Hello");
	}

	@Test
	void streamsValuesAsEdits() {
		this.server.endpoint("/chat").parameter("message").streams("a", "ab");

		List<ServerMessage> messages = this.client.call("s1", 0, "hi");

		List<ProcessGenerating> generating = only(messages, ProcessGenerating.class);
		assertThat(generating).hasSize(2);
		assertThat(((OutputData) generating.get(0).output()).data().get(0).asString()).isEqualTo("a");
		assertThat(((OutputData) generating.get(1).output()).data().get(0)).isEqualTo(json("[[\"append\",[],\"b\"]]"));
		assertThat(values(messages.get(messages.size() - 1))).containsExactly("ab");
	}

	@Test
	void streamsRowsOfSeveralOutputs() {
		this.server.endpoint("/pair")
			.output("word", "textbox")
			.output("length", "number")
			.streams(List.of("a", 1), List.of("ab", 2));

		List<ServerMessage> messages = this.client.call("s1", 0);

		assertThat(((ProcessCompleted) messages.get(messages.size() - 1)).output()).satisfies(
				(output) -> assertThat(((OutputData) output).data()).isEqualTo(List.of(json("\"ab\""), json("2"))));
	}

	@Test
	void tellsEveryRankProgressAndMessage() {
		this.server.endpoint("/slow")
			.queued(3, 1, 0)
			.progress(0.25, "warming up")
			.progress(0.5, "half")
			.progress(3, 4, null)
			.log(LogLevel.WARNING, "careful")
			.log(LogLevel.INFO, "by the way", "Note", null, false)
			.returns("done");
		assertThat(this.client.join("s1", 0).getStatusCode().value()).isEqualTo(200);
		this.server.takeCall();

		// Nobody reads before all is said
		List<ServerMessage> messages = this.client.messages("s1").collectList().block(WireClient.PATIENCE);

		assertThat(only(messages, Estimation.class)).extracting(Estimation::rank).containsExactly(3, 1, 0);
		assertThat(messages.get(3)).isInstanceOf(ProcessStarts.class);
		assertThat(only(messages, Progress.class)).extracting((progress) -> progress.progressData().get(0).progress())
			.containsExactly(0.25, 0.5, null);
		assertThat(only(messages, Progress.class).get(2).progressData().get(0).index().intValue()).isEqualTo(3);
		assertThat(only(messages, LogMessage.class))
			.extracting(LogMessage::log, LogMessage::level, LogMessage::title, LogMessage::duration,
					LogMessage::visible)
			.containsExactly(tuple("careful", LogLevel.WARNING, "Warning", 10.0, true),
					tuple("by the way", LogLevel.INFO, "Note", null, false));
	}

	@Test
	void failsAsToldWithAllThatACallerSees() {
		this.server.endpoint("/fail")
			.fails("Too dark")
			.fails(new GradioException("Too loud", "Noise", Duration.ofSeconds(3), false))
			.fails(new IllegalStateException("secret"));

		assertThat(error(this.client.call("s1", 0)).error()).isEqualTo("Too dark");
		ErrorOutput second = error(this.client.call("s1", 0));
		assertThat(second.title()).isEqualTo("Noise");
		assertThat(second.duration()).isEqualTo(3.0);
		assertThat(second.visible()).isFalse();
		assertThat(error(this.client.call("s1", 0)).error()).isNull();
	}

	@Test
	void failsAfterValues() {
		this.server.endpoint("/fail").emits("a").fails("Broken");

		List<ServerMessage> messages = this.client.call("s1", 0);

		assertThat(only(messages, ProcessGenerating.class)).hasSize(1);
		assertThat(error(messages).error()).isEqualTo("Broken");
	}

	@Test
	void refusesWhenToldSo() {
		this.server.endpoint("/busy").parameter("age", "number").queueFull().invalid("age", "Too young").returns("in");

		ResponseEntity<String> full = this.client.join("s1", 0, 5);
		assertThat(full.getStatusCode().value()).isEqualTo(503);
		assertThat(full.getBody()).contains("Queue is full");
		ResponseEntity<String> invalid = this.client.join("s1", 0, 5);
		assertThat(invalid.getStatusCode().value()).isEqualTo(422);
		assertThat(invalid.getBody()).contains("Too young", "\"age\"");
		assertThat(values(last(this.client.call("s1", 0, 5)))).containsExactly("in");
		assertThat(this.server.calls()).hasSize(3);
	}

	@Test
	void theLastAnswerIsForAllFurtherCalls() {
		this.server.endpoint("/count").returns("first").returns("later");

		assertThat(values(last(this.client.call("s1", 0)))).containsExactly("first");
		assertThat(values(last(this.client.call("s1", 0)))).containsExactly("later");
		assertThat(values(last(this.client.call("s1", 0)))).containsExactly("later");
	}

	@Test
	void answersDependOnTheCall() {
		this.server.endpoint("/double")
			.parameter("number", "number")
			.output("result", "number")
			.answers((call) -> call.input("number", Integer.class) * 2);

		assertThat(values(last(this.client.call("s1", 0, 21)))).containsExactly("42");
	}

	@Test
	void holdsACallUntilItIsReleased() {
		MockEndpoint endpoint = this.server.endpoint("/slow").emits("a");
		MockHold hold = endpoint.hold();
		endpoint.returns("b");
		assertThat(this.client.join("s1", 0).getStatusCode().value()).isEqualTo(200);

		StepVerifier.create(this.client.messages("s1").filter((message) -> !(message instanceof Estimation)))
			.expectNextMatches(ProcessStarts.class::isInstance)
			.expectNextMatches(ProcessGenerating.class::isInstance)
			.then(() -> {
				hold.awaitReached(WireClient.PATIENCE);
				hold.release();
			})
			.expectNextMatches(ProcessGenerating.class::isInstance)
			.expectNextMatches(ProcessCompleted.class::isInstance)
			.expectComplete()
			.verify(WireClient.PATIENCE);
	}

	@Test
	void aHeldCallMakesTheNextOneWait() {
		MockHold hold = new MockHold();
		this.server.endpoint("/slow").holds(hold).returns("first").returns("second");
		this.client.join("s1", 0);
		hold.awaitReached(WireClient.PATIENCE);
		this.client.join("s2", 0);

		assertThat(this.client.get("/gradio_api/queue/status").get("queue_size").intValue()).isEqualTo(1);
		hold.release();

		assertThat(values(last(this.client.messages("s2").collectList().block(WireClient.PATIENCE))))
			.containsExactly("second");
	}

	@Test
	void scriptedRanksHideTheTrueOnes() {
		MockHold hold = new MockHold();
		this.server.endpoint("/slow").holds(hold).returns("first").queued(9, 7).returns("later");
		this.client.join("s1", 0);
		hold.awaitReached(WireClient.PATIENCE);
		this.client.join("s2", 0);
		this.client.join("s3", 0);
		hold.release();

		List<ServerMessage> messages = this.client.messages("s3").collectList().block(WireClient.PATIENCE);

		assertThat(only(messages, Estimation.class)).extracting(Estimation::rank).containsExactly(9, 7);
	}

	@Test
	void asManyCallsRunAsTheLimitAllows() {
		MockHold hold = new MockHold();
		this.server.endpoint("/slow").concurrencyLimit(2).holds(hold).returns("done");
		this.client.join("s1", 0);
		hold.awaitReached(WireClient.PATIENCE);
		this.client.join("s2", 0);

		StepVerifier.create(this.client.messages("s2").ofType(ProcessStarts.class))
			.expectNextCount(1)
			.thenCancel()
			.verify(WireClient.PATIENCE);
	}

	@Test
	void callsMayGoPastTheQueue() {
		this.server.endpoint("/fast").withoutQueue().returns("done");

		assertThat(this.client.get("/config").at("/dependencies/0/queue").asBoolean()).isFalse();
		assertThat(values(last(this.client.call("s1", 0)))).containsExactly("done");
	}

	@Test
	void streamsJsonWhole() {
		this.server.endpoint("/json").output("value", "json").streams(Map.of("a", 1), Map.of("a", 2));

		List<ProcessGenerating> generating = only(this.client.call("s1", 0), ProcessGenerating.class);

		assertThat(((OutputData) generating.get(1).output()).data().get(0))
			.isEqualTo(json("[[\"replace\",[],{\"a\":2}]]"));
	}

	@Test
	void nobodyReachesAHoldThatNoCallHas() {
		MockHold hold = new MockHold();

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> hold.awaitReached(Duration.ofMillis(10)))
			.withMessageContaining("No call has reached the hold");
	}

	@Test
	void recordsCalls() {
		this.server.endpoint("/greet").parameter("name").parameter("times", "number").returns("Hello");
		this.client.call("s1", 0, "Ada", 3);

		MockCall call = this.server.takeCall();

		assertThat(call).isFor("greet")
			.hasInput("name", "Ada")
			.hasInputs("Ada", 3)
			.hasHeader("X-Test", "yes")
			.hasSessionHash("s1");
		assertThat(call.input("times", Integer.class)).isEqualTo(3);
		assertThat(call.eventData()).isNull();
		assertThat(call).hasToString("MockCall[/greet {name=\"Ada\", times=3}]");
		assertThat(this.server.calls()).containsExactly(call);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.server.takeCall(Duration.ofMillis(10)))
			.withMessageContaining("No call has come");
		assertThatIllegalArgumentException().isThrownBy(() -> call.input("nickname"))
			.withMessageContaining("[name, times]");
	}

	@Test
	void assertionsFailWithTheReason() {
		this.server.endpoint("/greet").parameter("name").returns("Hello");
		this.client.call("s1", 0, "Ada");
		MockCall call = this.server.takeCall();

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).isFor("/other"))
			.withMessageContaining("/greet");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).hasInput("name", "Bob"))
			.withMessageContaining("input 'name'");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).hasInput("nickname", "Bob"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).hasInputs("Ada", 1));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).hasHeader("x-test", "no"))
			.withMessage("The header 'x-test' has another value");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).hasHeader("x-other", "no"))
			.withMessage("The header 'x-other' was not sent");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).hasSessionHash("s2"));
	}

	@Test
	void refusesTheWrongNumberOfInputsAndKeepsTheAnswer() {
		this.server.endpoint("/greet").parameter("name").returns("Hello").returns("Again");

		assertThat(this.client.join("s1", 0).getStatusCode().value()).isEqualTo(422);
		assertThat(values(last(this.client.call("s1", 0, "Ada")))).containsExactly("Hello");
	}

	@Test
	void servesFiles() {
		this.server.endpoint("/file").returns(new byte[] { 1, 2, 3 });

		OutputData output = (OutputData) ((ProcessCompleted) last(this.client.call("s1", 0))).output();

		JsonNode file = output.data().get(0);
		assertThat(file.at("/meta/_type").asString()).isEqualTo("gradio.FileData");
		assertThat(this.client.bytes(file.get("url").asString())).containsExactly(1, 2, 3);
	}

	@Test
	void keepsUploadedFilesForAssertions() {
		this.server.endpoint("/file").parameter("file", "file").returns("ok");
		String path = this.client.upload("hello.txt", "Hello".getBytes(StandardCharsets.UTF_8));
		this.client.call("s1", 0, Map.of("path", path, "meta", Map.of("_type", "gradio.FileData")));

		assertThat(this.server.takeCall().files("file")).singleElement()
			.isEqualTo("Hello".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void answersTheOtherRoutesToo() {
		this.server.endpoint("/greet").parameter("name").returns("Hello");

		ResponseEntity<String> run = this.client.post("/run/greet", Map.of("data", List.of("Ada")));

		assertThat(json(run.getBody()).at("/data/0").asString()).isEqualTo("Hello");
		assertThat(this.server.takeCall()).isFor("/greet").hasInputs("Ada");
	}

	@Test
	void cancellationReachesTheAnswer() {
		MockHold hold = new MockHold();
		this.server.endpoint("/slow").holds(hold).returns("never");
		String eventId = json(this.client.join("s1", 0).getBody()).get("event_id").asString();
		hold.awaitReached(WireClient.PATIENCE);

		this.client.post("/cancel", Map.of("event_id", eventId, "session_hash", "s1", "fn_index", 0));

		ProcessCompleted completed = (ProcessCompleted) last(
				this.client.messages("s1").collectList().block(WireClient.PATIENCE));
		assertThat(completed.output()).isNotInstanceOf(OutputData.class);
	}

	@Test
	void brokenConnectionsFailAndNewOnesWork() {
		MockEndpoint endpoint = this.server.endpoint("/slow");
		MockHold hold = endpoint.hold();
		endpoint.disconnects().returns("late").returns("again");
		this.client.join("s1", 0);

		StepVerifier.create(this.client.messages("s1").filter(ProcessStarts.class::isInstance))
			.expectNextCount(1)
			.then(hold::release)
			.expectError()
			.verify(WireClient.PATIENCE);
		assertThat(values(last(this.client.call("s2", 0)))).containsExactly("again");
	}

	@Test
	void endpointsMayChangeWhileCallsRun() {
		MockEndpoint slow = this.server.endpoint("/slow");
		MockHold hold = slow.hold();
		slow.returns("done");
		this.client.join("s1", 0);
		hold.awaitReached(WireClient.PATIENCE);
		int before = this.client.get("/config").get("app_id").intValue();

		this.server.endpoint("/more").returns("more");

		assertThat(values(last(this.client.call("s2", 1)))).containsExactly("more");
		assertThat(this.client.get("/config").get("app_id").intValue()).isNotEqualTo(before);
		hold.release();
		assertThat(values(last(this.client.messages("s1").collectList().block(WireClient.PATIENCE))))
			.containsExactly("done");
	}

	@Test
	void callsOfTheAppBeforeCanBeCancelled() {
		MockHold hold = new MockHold();
		this.server.endpoint("/slow").holds(hold).returns("never");
		String eventId = json(this.client.join("s1", 0).getBody()).get("event_id").asString();
		hold.awaitReached(WireClient.PATIENCE);
		this.server.endpoint("/more").returns("more");
		this.client.call("s2", 1);

		this.client.post("/cancel", Map.of("event_id", eventId, "session_hash", "s1", "fn_index", 0));

		assertThat(last(this.client.messages("s1").collectList().block(WireClient.PATIENCE))).isInstanceOfSatisfying(
				ProcessCompleted.class,
				(completed) -> assertThat(completed.output()).isNotInstanceOf(OutputData.class));
	}

	@Test
	void closingClosesIdleConnections() throws IOException {
		URI url = URI.create(this.server.url());
		try (Socket socket = new Socket(url.getHost(), url.getPort())) {
			socket.setSoTimeout((int) WireClient.PATIENCE.toMillis());
			socket.getOutputStream()
				.write("GET /nothing HTTP/1.1\r\nhost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().read()).isEqualTo('H');

			this.server.close();

			assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
		}
	}

	@Test
	void saysThatNoAnswerIsScripted() {
		this.server.endpoint("/greet");

		assertThat(error(this.client.call("s1", 0)).error()).isEqualTo("No answer is scripted for /greet");
	}

	@Test
	void forgetsOnReset() {
		MockEndpoint endpoint = this.server.endpoint("/slow").parameter("name");
		MockHold hold = endpoint.hold();
		endpoint.returns("done");
		this.client.join("s1", 0, "Ada");
		hold.awaitReached(WireClient.PATIENCE);
		int appId = this.client.get("/config").get("app_id").intValue();

		this.server.reset();

		assertThat(values(last(this.client.messages("s1").collectList().block(WireClient.PATIENCE))))
			.containsExactly("done");
		assertThat(this.server.calls()).isEmpty();
		assertThat(error(this.client.call("s1", 0, "Ada")).error()).contains("No answer");
		assertThat(this.client.get("/config").get("app_id").intValue()).isEqualTo(appId);
	}

	@Test
	void anAnswerMustFitTheOutputs() {
		MockEndpoint endpoint = this.server.endpoint("/pair").output("a", "textbox").output("b", "textbox");

		assertThatIllegalArgumentException().isThrownBy(() -> endpoint.returns("only one"))
			.withMessage("/pair has 2 outputs, and 1 values are no answer");
	}

	@Test
	void closingEndsCallsThatAreUnderWay() {
		MockEndpoint endpoint = this.server.endpoint("/slow").emits("a");
		MockHold hold = endpoint.hold();
		endpoint.returns("b");
		this.client.join("s1", 0);

		StepVerifier.create(this.client.messages("s1").filter(ProcessGenerating.class::isInstance).onErrorComplete())
			.expectNextCount(1)
			.then(() -> {
				hold.awaitReached(WireClient.PATIENCE);
				this.server.close();
			})
			.thenConsumeWhile((message) -> true)
			.expectComplete()
			.verify(WireClient.PATIENCE);
		assertThatExceptionOfType(WebClientRequestException.class).isThrownBy(() -> this.client.get("/config"));
	}

	private static <T> List<T> only(List<ServerMessage> messages, Class<T> type) {
		return messages.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static ServerMessage last(List<ServerMessage> messages) {
		return messages.get(messages.size() - 1);
	}

	private static List<String> values(ServerMessage message) {
		return ((OutputData) ((ProcessCompleted) message).output()).data().stream().map(JsonNode::asString).toList();
	}

	private static ErrorOutput error(List<ServerMessage> messages) {
		return (ErrorOutput) ((ProcessCompleted) last(messages)).output();
	}

	private static JsonNode json(String text) {
		return GradioProtocol.jsonMapper().readTree(text);
	}

}
