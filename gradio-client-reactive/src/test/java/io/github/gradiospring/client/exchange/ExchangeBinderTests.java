package io.github.gradiospring.client.exchange;

import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.protocol.file.FileData;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link ExchangeBinder}. */
class ExchangeBinderTests {

	@Test
	void everythingThatFits() {
		StepVerifier.create(verify(Fits.class)).verifyComplete();
	}

	@Test
	void namesTheEndpointThatIsUnknown() {
		assertThat(problems(UnknownEndpoint.class)).singleElement()
			.asString()
			.startsWith(UnknownEndpoint.class.getName() + ".nothing(): The app has no endpoint '/nothing'. It has '/")
			.contains("'/greet'")
			.doesNotContain("'/undocumented'");
	}

	@Test
	void namesTheParameters() {
		String method = WrongParameters.class.getName() + ".greet(String, int): ";
		assertThat(problems(WrongParameters.class)).containsExactly(
				method + "Parameter 'volume' is no input of '/greet', which has 'name', 'punctuation'.",
				method + "No parameter is the required input 'punctuation' of '/greet'.");
	}

	@Test
	void namesTheTypesThatAreWrong() {
		String type = WrongTypes.class.getName();
		assertThat(problems(WrongTypes.class)).containsExactlyInAnyOrder(
				type + ".calculator(String, Sign, boolean): Parameter 'num1' is java.lang.String, and input 'num1' of"
						+ " '/calculator' takes number.",
				type + ".calculator(String, Sign, boolean): Parameter 'operation' is " + Sign.class.getName()
						+ ", and input 'operation' of '/calculator' takes one of"
						+ " [\"add\",\"subtract\",\"multiply\",\"divide\"].",
				type + ".calculator(String, Sign, boolean): Parameter 'num2' is boolean, and input 'num2' of"
						+ " '/calculator' takes number.",
				type + ".fileText(int): Parameter 'file' is int, and input 'file' of '/file_text' takes a file.",
				type + ".fileText(int): The result is java.lang.String, and '/file_text' has 2 outputs. Return a record,"
						+ " a List or a JsonNode.",
				type + ".fileIo(String, Path): Parameter 'files' is java.lang.String, and input 'files' of '/file_io'"
						+ " takes a list of a file.",
				type + ".swap(String, int): Record Three has 3 components, and '/swap' has 2 outputs.",
				type + ".streamPair(String): Component 'output' of record Pair is java.util.List<java.lang.String>,"
						+ " and output 2 of '/stream_pair' is number.",
				type + ".greeting(String): The result is java.lang.Integer, and the output of '/greeting' is string.",
				type + ".noOutput(String): The result is java.lang.String, and '/no_output' has no output. Return"
						+ " Mono<Void> or void.");
	}

	@Test
	void saysItAllInOneMessage() {
		StepVerifier.create(verify(WrongParameters.class))
			.verifyErrorSatisfies((error) -> assertThat(error)
				.hasMessageStartingWith(WrongParameters.class.getName() + " does not fit the app:\n  - ")
				.hasMessageContaining("'volume'")
				.hasMessageContaining("'punctuation'"));
	}

	private static Mono<Void> verify(Class<?> exchangeType) {
		RecordingClient client = new RecordingClient(Mono.just(RecordedApp.main()));
		Object proxy = GradioExchangeProxyFactory.create(client).createClient(exchangeType);
		return ((VerifiableExchange) proxy).verify().doFinally((signal) -> assertThat(client.calls).isEmpty());
	}

	private static List<String> problems(Class<?> exchangeType) {
		return verify(exchangeType).thenReturn(List.<String>of())
			.onErrorResume(GradioExchangeMismatchException.class, (error) -> Mono.just(error.problems()))
			.block();
	}

	interface Fits extends VerifiableExchange {

		@GradioCall
		Mono<String> calculator(int num1, String operation, Float num2);

		@GradioCall("/calculator")
		Mono<Double> calculatorByEnum(long num1, SomeOperation operation, JsonNode num2);

		@GradioCall
		Mono<Swapped> swap(CharSequence text, Number number);

		@GradioCall("/swap")
		Flux<GradioEvent<List<Object>>> swapEvents(String text, int number);

		@GradioCall
		Mono<Files> fileIo(List<Resource> files, Path file);

		@GradioCall("/file_io")
		Mono<JsonNode> fileIoBytes(byte[][] files, byte[] file);

		@GradioCall
		Mono<FileData> imageEcho(FileData image);

		@GradioCall
		Mono<Void> noOutput(String text);

		@GradioCall
		Mono<JsonNode> allTypes();

	}

	enum SomeOperation {

		add, modulo

	}

	record Swapped(double output, String result) {
	}

	record Files(List<Path> outFiles, FileData outFile) {
	}

	interface UnknownEndpoint {

		@GradioCall
		Mono<String> nothing();

	}

	interface WrongParameters {

		@GradioCall
		Mono<String> greet(String name, int volume);

	}

	enum Sign {

		PLUS, MINUS

	}

	record Three(String a, String b, String c) {
	}

	record Pair(String result, List<String> output) {
	}

	interface WrongTypes {

		@GradioCall
		Mono<Double> calculator(String num1, Sign operation, boolean num2);

		@GradioCall
		Mono<String> fileText(int file);

		@GradioCall
		Mono<JsonNode> fileIo(String files, Path file);

		@GradioCall
		Mono<Three> swap(String text, int number);

		@GradioCall
		Flux<Pair> streamPair(String text);

		@GradioCall
		Mono<Integer> greeting(String name);

		@GradioCall
		Mono<String> noOutput(String text);

	}

}
