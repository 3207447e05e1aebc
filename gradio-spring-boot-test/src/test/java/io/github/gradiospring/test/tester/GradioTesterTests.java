package io.github.gradiospring.test.tester;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.call.CallRoute;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.error.ApplicationErrorException;
import io.github.gradiospring.client.error.QueueFullException;
import io.github.gradiospring.client.error.ValidationException;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.ProgressUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GradioTesterTests {

	private final FakeClient client = new FakeClient();

	private final GradioTester tester = GradioTester.bindTo(this.client);

	@Test
	void verifiesAResult() {
		this.client.returning("Hello");

		GradioTester.Response response = this.tester.endpoint("/greet").input("name", "Ada").execute();

		response.isEqualTo("Hello");
		assertThat(this.client.inputs).isEqualTo(Map.of("name", "Ada"));
		fails(() -> response.isEqualTo("Bye"), "The result of /greet", "\"Bye\"", "\"Hello\"");
		fails(response::isNull, "The result of /greet is not null but \"Hello\"");
	}

	@Test
	void passesOnAllKindsOfInputs() {
		this.client.returning("ok");

		this.tester.endpoint("/x")
			.inputs(1, "two")
			.inputs(Map.of("three", 3))
			.eventData("data")
			.route(CallRoute.RUN)
			.execute();

		assertThat(this.client.inputs)
			.isEqualTo(Map.of("0", 1, "1", "two", "three", 3, "event data", "data", "route", CallRoute.RUN));
	}

	@Test
	void comparesNumbersByWhatTheyMean() {
		this.client.returning(List.of(1.0, 2.5));

		this.tester.endpoint("/x").execute().isEqualTo(List.of(1, 2.5));
		fails(() -> this.tester.endpoint("/x").execute().isEqualTo(List.of(1, 3)), "2.5");
	}

	@Test
	void verifiesThatThereIsNoResult() {
		this.client.returning();

		this.tester.endpoint("/x").execute().isNull();
		fails(() -> this.tester.endpoint("/x").execute().extract(String.class), "The result of /x is null");
	}

	@Test
	void verifiesParts() {
		this.client.returning(Map.of("label", "cat", "scores", List.of(0.9, 0.1)));

		GradioTester.Response response = this.tester.endpoint("/x").execute();

		response.path("/label").isEqualTo("cat");
		response.path("/scores").path("/1").isEqualTo(0.1);
		fails(() -> response.path("/scores").isEqualTo("dog"), "The result of /x at /scores");
		fails(() -> response.path("/nothing"), "has no part /nothing");
	}

	@Test
	void extractsValues() {
		this.client.returning(List.of("a", "b"));

		GradioTester.Response response = this.tester.endpoint("/x").execute();

		assertThat(response.extract(String[].class)).containsExactly("a", "b");
		assertThat(response.extract(new ParameterizedTypeReference<List<String>>() {
		})).containsExactly("a", "b");
		response.satisfies(List.class, (list) -> assertThat((List<?>) list).hasSize(2));
		fails(() -> response.satisfies(List.class, (list) -> assertThat((List<?>) list).hasSize(1)), "size");
		fails(() -> response.extract(Integer.class), "The result of /x is no java.lang.Integer");
	}

	@Test
	void fetchesTheContentOfAFile() {
		this.client.returning(Map.of("path", "a.txt", "meta", Map.of("_type", "gradio.FileData")));
		this.client.content = new byte[] { 1, 2 };

		assertThat(this.tester.endpoint("/x").execute().content()).containsExactly(1, 2);
	}

	@Test
	void verifiesAllValues() {
		this.client.returning("a", "ab");

		this.tester.endpoint("/x").execute().outputs(String.class).containsExactly("a", "ab");
		fails(() -> this.tester.endpoint("/x").execute().outputs(String.class).containsExactly("a"), "outputs of /x");
	}

	@Test
	void theResultOfAPlainFunctionIsItsOneValue() {
		this.client.events = Flux.just(new GradioEvent.Completed<>(FakeClient.json("only"), null));

		this.tester.endpoint("/x").execute().outputs(String.class).containsExactly("only");
	}

	@Test
	void verifiesWhatHappensOnTheWay() {
		this.client.events = Flux.just(new GradioEvent.Queued<>(2, 3, null), new GradioEvent.Queued<>(0, 1, null),
				new GradioEvent.Started<>(null), new GradioEvent.Progress<>(List.of(unit(1), unit(2))),
				new GradioEvent.Log<>("careful", LogLevel.WARNING, "Warning", null, true),
				new GradioEvent.Completed<>(FakeClient.json("done"), null));

		GradioTester.Response response = this.tester.endpoint("/x").execute();

		response.ranks().containsExactly(2, 0);
		response.progress().extracting(ProgressUnit::index).containsExactly(2);
		response.logs().extracting((log) -> log.message()).containsExactly("careful");
		response.isEqualTo("done");
	}

	private static ProgressUnit unit(int index) {
		return new ProgressUnit(index, 10, "steps", null, null);
	}

	@Test
	void anErrorFailsWhoeverDoesNotExpectIt() {
		this.client.events = Flux.error(new QueueFullException("Queue is full", Duration.ofSeconds(1)));

		GradioTester.Response response = this.tester.endpoint("/x").execute();

		fails(response::succeeds, "The call of /x has failed", "Queue is full");
		fails(() -> response.isEqualTo("x"), "The call of /x has failed");
		fails(response::isNull, "has failed");
		fails(() -> response.path(""), "has failed");
		fails(() -> response.extract(String.class), "has failed");
		fails(() -> response.outputs(String.class), "has failed");
		response.logs().isEmpty();
		response.error().isInstanceOf(QueueFullException.class).hasMessage("Queue is full");
	}

	@Test
	void verifiesTheErrorOfTheApp() {
		this.client.events = Flux
			.error(new ApplicationErrorException("Too dark", "Light", Duration.ofSeconds(3), true, false));

		CallErrorAssert error = this.tester.endpoint("/x").execute().error();

		error.hasMessage("Too dark").hasTitle("Light").hasDuration(Duration.ofSeconds(3));
		fails(() -> error.hasTitle("Noise"), "title");
		fails(() -> error.hasDuration(null), "duration");
		fails(error::isHidden, "hidden");
		fails(() -> error.isInvalid("age"), "ValidationException");
	}

	@Test
	void verifiesInvalidParameters() {
		this.client.events = Flux
			.error(new ValidationException("Too young", List.of(new ValidationException.Problem("age", "Too young"))));

		CallErrorAssert error = this.tester.endpoint("/x").execute().error();

		error.isInvalid("age");
		fails(() -> error.isInvalid("name"), "invalid parameters");
		fails(() -> error.hasTitle("Error"), "ApplicationErrorException");
	}

	@Test
	void successIsNoError() {
		this.client.returning("fine");

		GradioTester.Response response = this.tester.endpoint("/x").execute().succeeds();

		fails(response::error, "The call of /x has not failed, its result is \"fine\"");
	}

	@Test
	void aCallMustEndInTime() {
		this.client.events = Flux.just(new GradioEvent.Queued<>(4, 5, null));
		this.client.events = this.client.events.concatWith(Flux.never());

		fails(() -> this.tester.withTimeout(Duration.ofMillis(10)).endpoint("/x").execute(),
				"The call of /x has not ended within PT0.01S", "rank=4");
	}

	@Test
	void otherExceptionsAreNotOfTheApp() {
		this.client.events = Flux.error(new IllegalStateException("no address"));

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.tester.endpoint("/x").execute())
			.withMessage("no address");
	}

	@Test
	void streams() {
		this.client.returning("a", "ab");

		GradioTester.Stream stream = this.tester.endpoint("/x").executeStream();

		stream.verifier(String.class).expectNext("a", "ab").verifyComplete();
		StepVerifier.create(stream.values(String.class)).expectNext("a", "ab").verifyComplete();
		StepVerifier.create(stream.events(String.class)).expectNextCount(3).verifyComplete();
	}

	@Test
	void verifiesTheApi() {
		Map<String, Object> greet = new LinkedHashMap<>();
		greet.put("parameters",
				List.of(Map.of("label", "Name", "parameter_name", "name", "parameter_has_default", false, "component",
						"Textbox"),
						Map.of("label", "Times", "parameter_name", "times", "parameter_has_default", true,
								"parameter_default", 2, "component", "Slider")));
		greet.put("returns", List.of(Map.of("label", "greeting", "component", "Markdown")));
		this.client.info = GradioProtocol.jsonMapper()
			.convertValue(Map.of("named_endpoints", Map.of("/greet", greet), "unnamed_endpoints", Map.of()),
					ApiInfo.class);

		ApiAssert api = this.tester.api();
		EndpointAssert endpoint = api.hasOnlyEndpoints("greet").hasNoEndpoint("/secret").endpoint("/greet");
		endpoint.hasParameters("name", "times")
			.requires("name")
			.hasDefault("times", 2)
			.hasComponent("times", "Slider")
			.returns("Markdown");

		fails(() -> api.hasOnlyEndpoints("/other"), "endpoints");
		fails(() -> api.hasNoEndpoint("greet"), "endpoints");
		fails(() -> api.endpoint("/other"), "There is no endpoint /other, only [/greet]");
		fails(() -> endpoint.hasParameters("times", "name"), "parameters of /greet");
		fails(() -> endpoint.requires("times"), "times of /greet has a default");
		fails(() -> endpoint.hasDefault("name", "Ada"), "name of /greet has a default");
		fails(() -> endpoint.hasDefault("times", 3), "default of times of /greet");
		fails(() -> endpoint.hasComponent("name", "Slider"), "component of name");
		fails(() -> endpoint.returns("Textbox"), "outputs of /greet");
		fails(() -> endpoint.requires("mood"), "/greet has no parameter mood");
	}

	@Test
	void closesOnlyItsOwnClient() {
		this.client.returning("x");
		this.tester.endpoint("/x").execute();
		this.tester.close();
		assertThat(this.client.closed).isFalse();

		GradioTester own = DefaultGradioTester.of(() -> this.client);
		own.close();
		assertThat(this.client.closed).isFalse();
		own.withTimeout(Duration.ofSeconds(1)).endpoint("/x").execute();
		own.close();
		assertThat(this.client.closed).isTrue();
	}

	private static void fails(ThrowingCallable assertion, String... messages) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
			.satisfies((error) -> assertThat(error.getMessage()).contains(messages));
	}

}
