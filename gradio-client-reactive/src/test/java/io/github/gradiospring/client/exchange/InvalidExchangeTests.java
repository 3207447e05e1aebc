package io.github.gradiospring.client.exchange;

import java.util.List;
import java.util.stream.Stream;

import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.call.GradioJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Tests for declarations that {@link ExchangeInterface} refuses. */
class InvalidExchangeTests {

	@ParameterizedTest
	@MethodSource
	void saysWhatIsWrong(Class<?> type, String declaration, String problem) {
		assertThatExceptionOfType(InvalidGradioExchangeException.class).isThrownBy(() -> ExchangeInterface.of(type))
			.satisfies((error) -> {
				assertThat(error.declaration()).isEqualTo(type.getName() + declaration);
				assertThat(error.problem()).contains(problem);
			});
	}

	static Stream<Arguments> saysWhatIsWrong() {
		return Stream.of(arguments(String.class, "", "Only an interface"),
				arguments(TwoAddresses.class, "", "one of url, space and client"),
				arguments(Empty.class, "", "no method with @GradioCall"),
				arguments(NotAnnotated.class, ".call()", "Add @GradioCall"),
				arguments(AnnotatedDefault.class, ".call()", "A method with a body"),
				arguments(TwiceTheSame.class, ".call(String, String)", "Two parameters are the input 'a'"),
				arguments(NamelessInput.class, ".call(String)", "@GradioInput of parameter 1 has no name"),
				arguments(ReactiveParameter.class, ".call(Mono)", "Parameter 'a' is a reactive type"),
				arguments(RawResult.class, ".call()", "The type of the result is not known"),
				arguments(WildResult.class, ".call()", "The type of the result is not known"),
				arguments(VariableResult.class, ".call()", "The type of the result is not known"),
				arguments(OneEvent.class, ".call()", "Events come as Flux<GradioEvent<T>>"),
				arguments(VoidFlux.class, ".call()", "Void cannot be the type of several values"),
				arguments(Verify.class, ".verify()", "Every client has verify() already"),
				arguments(VoidJob.class, ".call()", "Void cannot be the type of several values"));
	}

	@Test
	void findsTypesOfGenericParents() {
		assertThat(ExchangeInterface.of(Child.class).methods().values()).singleElement()
			.satisfies((method) -> assertThat(method.result().type()).hasToString("java.util.List<java.lang.String>"));
	}

	@GradioExchange(url = "http://localhost", client = "a")
	interface TwoAddresses {

		@GradioCall
		void call();

	}

	interface Empty {

	}

	interface NotAnnotated {

		void call();

	}

	interface AnnotatedDefault {

		@GradioCall
		default void call() {
		}

	}

	interface TwiceTheSame {

		@GradioCall
		void call(String a, @GradioInput("a") String b);

	}

	interface NamelessInput {

		@GradioCall
		void call(@GradioInput("") String a);

	}

	interface ReactiveParameter {

		@GradioCall
		void call(Mono<String> a);

	}

	@SuppressWarnings("rawtypes")
	interface RawResult {

		@GradioCall
		Mono call();

	}

	interface WildResult {

		@GradioCall
		Mono<?> call();

	}

	interface VariableResult {

		@GradioCall
		<T> Mono<T> call();

	}

	interface OneEvent {

		@GradioCall
		Mono<GradioEvent<String>> call();

	}

	interface VoidFlux {

		@GradioCall
		Flux<Void> call();

	}

	interface VoidJob {

		@GradioCall
		GradioJob<Void> call();

	}

	interface Verify {

		@GradioCall
		Mono<String> verify();

	}

	interface Parent<T> {

		@GradioCall
		Mono<List<T>> call();

	}

	interface Child extends Parent<String> {

	}

}
