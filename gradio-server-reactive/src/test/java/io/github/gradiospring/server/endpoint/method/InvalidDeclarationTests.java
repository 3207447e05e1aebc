package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.function.Function;

import io.github.gradiospring.server.annotation.GradioCached;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.annotation.Slider;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import io.github.gradiospring.server.endpoint.StateValue;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Declarations that fail start-up, and what they say. */
class InvalidDeclarationTests {

	@Test
	void duplicateName() {
		assertInvalid(DuplicateName.class, "DuplicateName.second()",
				"It has the same API name '/first' as " + name(DuplicateName.class) + ".first().",
				"Give one of them another name, as in @GradioEndpoint(\"first_2\").");
	}

	@Test
	void nameThatIsNoPartOfAUrl() {
		assertInvalid(BadName.class, "BadName.method()", "The API name 'two words' cannot be part of a URL.",
				"Use letters, digits, '_', '-' and '.' only.");
	}

	@Test
	void nameOnAType() {
		assertInvalid(NameOnType.class, "NameOnType.method()", "All endpoints of its type would have the name 'tools'.",
				"Name the methods instead, with @GradioEndpoint on each of them.");
	}

	@Test
	void privateMethod() {
		assertInvalid(PrivateMethod.class, "PrivateMethod.method()", "It is private.",
				"Make it public, protected or package-private.");
	}

	@Test
	void parameterWithoutComponent() {
		assertInvalid(UnmappedParameter.class, "UnmappedParameter.method(Thread)",
				"The type 'java.lang.Thread' of 'thread' has no Gradio component.",
				"Use a type such as String, a number, an enum, a record or FileData, annotate the value with @Json if "
						+ "Jackson can convert it, or register a ComponentKind bean for it.");
	}

	@Test
	void resultWithoutComponent() {
		assertProblem(UnmappedResult.class, "The type 'java.lang.Thread' of 'output' has no Gradio component.");
		assertProblem(UnmappedInRecord.class, "The type 'java.lang.Thread' of 'thread' has no Gradio component.");
	}

	@Test
	void hintOnTheWrongType() {
		InvalidEndpointException ex = failure(WrongHint.class);
		assertThat(ex.problem()).contains("'text'").contains("@Slider");
		assertThat(ex.action()).isEqualTo("Correct the declaration of 'text'.");
	}

	@Test
	void wrongDefault() {
		assertThat(failure(WrongDefault.class).problem()).startsWith("The default of 'number' is wrong: ");
	}

	@Test
	void reservedAndDuplicateParameterNames() {
		assertInvalid(ReservedParameter.class, "ReservedParameter.method(String)",
				"The official clients use the parameter name 'api_name' themselves.",
				"Give the parameter another name with @GradioParam.");
		assertInvalid(DuplicateParameter.class, "DuplicateParameter.method(String, String)",
				"Two of its parameters have the name 'text'.", "Give one of them another name with @GradioParam.");
	}

	@Test
	void conflictingLimits() {
		assertInvalid(ConflictingLimits.class, "ConflictingLimits.second()",
				"It limits the concurrency id 'gpu' to 2, but " + name(ConflictingLimits.class)
						+ ".first() limits it to no limit.",
				"Declare the same concurrencyLimit on both, or give one another concurrencyId.");
	}

	@Test
	void negativeNumbers() {
		assertProblem(NegativeLimit.class, "Its concurrencyLimit is -2.");
		assertProblem(EmptyBatch.class, "Its maxBatchSize is 0.");
	}

	@Test
	void durations() {
		assertInvalid(BadDuration.class, "BadDuration.method()", "Its timeLimit 'soon' is no positive duration.",
				"Write it as '30s', '500ms' or 'PT30S'.");
		assertProblem(ZeroDuration.class, "Its estimatedDuration '0s' is no positive duration.");
	}

	@Test
	void unknownPlaceholder() {
		InvalidEndpointException ex = failure(PropertySourcesPlaceholderConfigurer.class, UnknownPlaceholder.class);
		assertThat(ex.problem()).contains("tools.unknown");
		assertThat(ex.action()).isEqualTo("Define the property, or give the placeholder a default.");
	}

	@Test
	void conflictingStateTypes() {
		assertInvalid(ConflictingStates.class, "ConflictingStates.second(StateValue)",
				"It declares the state 'counter' as java.lang.String, but " + name(ConflictingStates.class)
						+ ".first(int) declares it as java.lang.Integer.",
				"Use one type for both, or give one another name.");
		assertThat(failure(ConflictingGenerics.class).problem())
			.startsWith("It declares the state 'list' as java.util.List<java.lang.String>");
	}

	@Test
	void conflictingInitialValues() {
		assertInvalid(ConflictingInitials.class, "ConflictingInitials.second(int)",
				"It declares the initial value of the state 'counter' as 2, but " + name(ConflictingInitials.class)
						+ ".first(int) as 1.",
				"Declare it once, or the same on both.");
	}

	@Test
	void initialValueOfAnotherType() {
		InvalidEndpointException ex = failure(BadInitial.class);
		assertThat(ex.problem()).startsWith("The initial value of the state 'counter' is no JSON of its type");
		assertThat(ex.action()).isEqualTo("Correct the JSON in @GradioState(initial).");
	}

	@Test
	void stateTwice() {
		assertProblem(StateTwice.class, "Two of its parameters are the state 'counter'.");
	}

	@Test
	void batchSignature() {
		String action = "Declare each input as a List with a value per call, and return a List, Mono<List> or "
				+ "CompletionStage<List> with a result per call.";
		assertInvalid(BatchOfValue.class, "BatchOfValue.method(String)",
				"It is a batch, but its parameter 0 is no List.",
				"Declare each input as a List with a value per call.");
		assertInvalid(BatchReturnsValue.class, "BatchReturnsValue.method(List)",
				"It is a batch, but its result is no List.", action);
		assertInvalid(BatchStreams.class, "BatchStreams.method(List)", "It is a batch, which cannot stream.", action);
		assertInvalid(BatchWithoutInput.class, "BatchWithoutInput.method()", "It is a batch, but it has no input.",
				action);
		assertProblem(BatchWithState.class, "It is a batch, whose calls belong to several sessions, but it has state.");
	}

	@Test
	void cache() {
		assertProblem(CachedState.class,
				"Its results are cached by its inputs, but depend on state or earlier chunks too.");
		assertProblem(EmptyCache.class, "Its @GradioCached keeps nothing.");
	}

	@Test
	void functionOfUnknownTypes() {
		assertInvalid(RawFunction.class, "bean 'raw'", "The type of its input is unknown.",
				"Declare the bean with type arguments, such as Function<String, Integer>.");
	}

	@Test
	void proxyWithoutTheMethod() {
		InvalidEndpointException ex = failure(InterfaceProxies.class, Hidden.class);
		assertThat(ex.declaration()).endsWith("Hidden.hidden()");
		assertThat(ex.problem()).endsWith("has a proxy that lacks the method.");
		assertThat(ex.action()).contains("interface of the bean").contains("spring.aop.proxy-target-class=true");
	}

	@Test
	void messageHasItAll() {
		assertThat(failure(PrivateMethod.class)).hasMessage("Invalid endpoint " + name(PrivateMethod.class)
				+ ".method(): It is private. Make it public, protected or package-private.");
	}

	private static void assertInvalid(Class<?> bean, String declaration, String problem, String action) {
		InvalidEndpointException ex = failure(bean);
		assertThat(ex.problem()).isEqualTo(problem);
		assertThat(ex.action()).isEqualTo(action);
		assertThat(ex.declaration()).endsWith(declaration);
	}

	private static void assertProblem(Class<?> bean, String problem) {
		assertThat(failure(bean).problem()).isEqualTo(problem);
	}

	private static InvalidEndpointException failure(Class<?>... beans) {
		return assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> EndpointFixture.of(beans).close())
			.actual();
	}

	private static String name(Class<?> bean) {
		return bean.getName();
	}

	static class DuplicateName {

		@GradioEndpoint
		void first() {
		}

		@GradioEndpoint("first")
		void second() {
		}

	}

	static class BadName {

		@GradioEndpoint("two words")
		void method() {
		}

	}

	@GradioEndpoint("tools")
	public static class NameOnType {

		public void method() {
		}

	}

	static class PrivateMethod {

		@GradioEndpoint
		private void method() {
		}

	}

	static class UnmappedParameter {

		@GradioEndpoint
		void method(Thread thread) {
		}

	}

	static class UnmappedResult {

		@GradioEndpoint
		Thread method() {
			return Thread.currentThread();
		}

	}

	record WithThread(String name, Thread thread) {
	}

	static class UnmappedInRecord {

		@GradioEndpoint
		WithThread method() {
			return new WithThread("", Thread.currentThread());
		}

	}

	static class WrongHint {

		@GradioEndpoint
		void method(@Slider(minimum = 1, maximum = 2) String text) {
		}

	}

	static class WrongDefault {

		@GradioEndpoint
		void method(@GradioParam(defaultValue = "many") int number) {
		}

	}

	static class ReservedParameter {

		@GradioEndpoint
		void method(@GradioParam("api_name") String name) {
		}

	}

	static class DuplicateParameter {

		@GradioEndpoint
		void method(String text, @GradioParam("text") String other) {
		}

	}

	static class ConflictingLimits {

		@GradioEndpoint(concurrencyId = "gpu", concurrencyLimit = GradioEndpoint.UNLIMITED)
		void first() {
		}

		@GradioEndpoint(concurrencyId = "gpu", concurrencyLimit = 2)
		void second() {
		}

	}

	static class NegativeLimit {

		@GradioEndpoint(concurrencyLimit = -2)
		void method() {
		}

	}

	static class EmptyBatch {

		@GradioEndpoint(batch = true, maxBatchSize = 0)
		List<String> method(List<String> texts) {
			return texts;
		}

	}

	static class BadDuration {

		@GradioEndpoint(timeLimit = "soon")
		void method() {
		}

	}

	static class ZeroDuration {

		@GradioEndpoint(estimatedDuration = "0s")
		void method() {
		}

	}

	static class UnknownPlaceholder {

		@GradioEndpoint("${tools.unknown}")
		void method() {
		}

	}

	static class ConflictingStates {

		@GradioEndpoint
		void first(@GradioState int counter) {
		}

		@GradioEndpoint
		void second(@GradioState StateValue<String> counter) {
		}

	}

	static class ConflictingGenerics {

		@GradioEndpoint
		void first(@GradioState List<Integer> list) {
		}

		@GradioEndpoint
		void second(@GradioState List<String> list) {
		}

	}

	static class ConflictingInitials {

		@GradioEndpoint
		void first(@GradioState(initial = "1") int counter) {
		}

		@GradioEndpoint
		void second(@GradioState(initial = "2") int counter) {
		}

	}

	static class BadInitial {

		@GradioEndpoint
		void method(@GradioState(initial = "[1") int counter) {
		}

	}

	static class StateTwice {

		@GradioEndpoint
		void method(@GradioState int counter, @GradioState("counter") int again) {
		}

	}

	static class BatchOfValue {

		@GradioEndpoint(batch = true)
		List<String> method(String text) {
			return List.of(text);
		}

	}

	static class BatchReturnsValue {

		@GradioEndpoint(batch = true)
		String method(List<String> texts) {
			return "";
		}

	}

	static class BatchStreams {

		@GradioEndpoint(batch = true)
		Flux<List<String>> method(List<String> texts) {
			return Flux.just(texts);
		}

	}

	static class BatchWithoutInput {

		@GradioEndpoint(batch = true)
		List<String> method() {
			return List.of();
		}

	}

	static class BatchWithState {

		@GradioEndpoint(batch = true)
		List<String> method(List<String> texts, @GradioState int counter) {
			return texts;
		}

	}

	static class CachedState {

		@GradioEndpoint
		@GradioCached
		int method(@GradioState int counter) {
			return counter;
		}

	}

	static class EmptyCache {

		@GradioEndpoint
		@GradioCached(maxSize = 0)
		void method() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@SuppressWarnings("rawtypes")
	static class RawFunction {

		@Bean
		@GradioEndpoint
		Function raw() {
			return Function.identity();
		}

	}

	interface Visible {

		void visible();

	}

	static class Hidden implements Visible {

		@Override
		public void visible() {
		}

		@GradioEndpoint
		public void hidden() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InterfaceProxies {

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			return new DefaultAdvisorAutoProxyCreator();
		}

		@Bean
		NameMatchMethodPointcutAdvisor advisor() {
			NameMatchMethodPointcutAdvisor advisor = new NameMatchMethodPointcutAdvisor(
					(MethodInterceptor) (invocation) -> invocation.proceed());
			advisor.setMappedNames("visible");
			return advisor;
		}

	}

}
