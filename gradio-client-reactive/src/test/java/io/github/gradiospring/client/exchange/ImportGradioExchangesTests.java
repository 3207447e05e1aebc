package io.github.gradiospring.client.exchange;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.exchange.scanned.ScannedTools;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link ImportGradioExchanges}. */
class ImportGradioExchangesTests {

	@Test
	void findsInterfacesOfAPackage() {
		try (var context = new AnnotationConfigApplicationContext(Clients.class, Scanning.class)) {
			ScannedTools tools = context.getBean(ScannedTools.class);
			assertThat(tools.greeting("A").block()).isEqualTo("tools");
			assertThat(context.getBeanNamesForType(ScannedTools.class)).containsExactly(ScannedTools.class.getName());
			assertThat(context.getBeanNamesForType(ScannedTools.Other.class)).isEmpty();
		}
	}

	@Test
	void registersTypesForAClient() {
		try (var context = new AnnotationConfigApplicationContext(Clients.class, ForAnother.class)) {
			assertThat(context.getBean(ScannedTools.class).greeting("A").block()).isEqualTo("other");
			assertThat(context.getBean(Plain.class).greeting("A").block()).isEqualTo("other");
			assertThat(context.containsBean("another#" + Plain.class.getName())).isTrue();
		}
	}

	@Test
	void registersTheSameTypeForTwoClients() {
		try (var context = new AnnotationConfigApplicationContext(Clients.class, ForBoth.class)) {
			assertThat(context.getBean("tools#" + Plain.class.getName(), Plain.class).greeting("A").block())
				.isEqualTo("tools");
			assertThat(context.getBean("another#" + Plain.class.getName(), Plain.class).greeting("A").block())
				.isEqualTo("other");
		}
	}

	@Test
	void takesTheOnlyClientWhereNoneIsNamed() {
		try (var context = new AnnotationConfigApplicationContext(OneClient.class, PlainOnly.class)) {
			assertThat(context.getBean(Plain.class).greeting("A").block()).isEqualTo("one");
		}
		try (var context = new AnnotationConfigApplicationContext(Clients.class, PlainOnly.class)) {
			assertThatException().isThrownBy(() -> context.getBean(Plain.class))
				.havingRootCause()
				.isInstanceOf(InvalidGradioExchangeException.class)
				.withMessageContaining("neither url, space nor client");
		}
	}

	@Test
	void saysWhichClientsThereAre() {
		try (var context = new AnnotationConfigApplicationContext(OneClient.class, Scanning.class)) {
			assertThatException().isThrownBy(() -> context.getBean(ScannedTools.class))
				.havingRootCause()
				.isInstanceOfSatisfying(UnknownGradioClientException.class, (error) -> {
					assertThat(error.name()).isEqualTo("tools");
					assertThat(error.known()).containsExactly("one");
					assertThat(error.exchange()).isEqualTo(ScannedTools.class.getName());
				});
		}
	}

	@Test
	void refusesAnInvalidInterfaceAtStart() {
		assertThatExceptionOfType(InvalidGradioExchangeException.class)
			.isThrownBy(() -> new AnnotationConfigApplicationContext(Invalid.class));
	}

	@Test
	void verifiesThemAll() {
		try (var context = new AnnotationConfigApplicationContext(Clients.class, Scanning.class)) {
			StepVerifier.create(context.getBean(GradioExchangeRegistry.class).verify()).verifyComplete();
		}
		try (var context = new AnnotationConfigApplicationContext(OneClient.class, Misfit.class)) {
			StepVerifier.create(context.getBean(GradioExchangeRegistry.class).verify())
				.verifyError(GradioExchangeMismatchException.class);
		}
	}

	@Test
	void registersNothingButInfrastructureForAnEmptyPackage() {
		try (var context = new AnnotationConfigApplicationContext(Nothing.class)) {
			assertThat(context.getBeanNamesForType(GradioExchangeRegistry.class)).hasSize(1);
			assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
				.isThrownBy(() -> context.getBean(ScannedTools.class));
		}
	}

	@Test
	@CompileWithForkedClassLoader
	@SuppressWarnings("unchecked")
	void worksAheadOfTime() {
		GenericApplicationContext context = new AnnotationConfigApplicationContext();
		((AnnotationConfigApplicationContext) context).register(OneClient.class, PlainOnly.class);
		TestGenerationContext generation = new TestGenerationContext();
		var initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		RuntimeHints hints = generation.getRuntimeHints();
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Plain.class, VerifiableExchange.class))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Plain.class, "greeting")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Answer.class)).accepts(hints);
		generation.writeGeneratedContent();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			ApplicationContextInitializer<GenericApplicationContext> generated = compiled
				.getInstance(ApplicationContextInitializer.class, initializer.toString());
			try (GenericApplicationContext fresh = new GenericApplicationContext()) {
				generated.initialize(fresh);
				fresh.refresh();
				assertThat(fresh.getBean(Plain.class).greeting("A").block()).isEqualTo("one");
			}
		});
	}

	record Answer(String text) {
	}

	interface Plain {

		@GradioCall
		Mono<String> greeting(String name);

		@GradioCall("/stream_json")
		Mono<Answer> answer();

	}

	interface MisfitTools {

		@GradioCall
		Mono<String> nowhere();

	}

	interface InvalidTools {

		void nothing();

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(basePackageClasses = ScannedTools.class)
	static class Scanning {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(basePackages = "io.github.gradiospring.client.exchange.nothing")
	static class Nothing {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(types = { ScannedTools.class, Plain.class }, client = "another")
	static class ForAnother {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(types = Plain.class, client = "another")
	@ImportGradioExchanges(types = Plain.class, client = "tools")
	static class ForBoth {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(Plain.class)
	static class PlainOnly {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(MisfitTools.class)
	static class Misfit {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(InvalidTools.class)
	static class Invalid {

	}

	@Configuration(proxyBeanMethods = false)
	static class Clients {

		@Bean
		GradioClient tools() {
			return new RecordingClient(Mono.just(RecordedApp.main()), "tools");
		}

		@Bean
		@Qualifier("another")
		GradioClient other() {
			return new RecordingClient(Mono.just(RecordedApp.main()), "other");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneClient {

		@Bean
		GradioClient one() {
			return new RecordingClient(Mono.just(RecordedApp.main()), "one");
		}

	}

}
