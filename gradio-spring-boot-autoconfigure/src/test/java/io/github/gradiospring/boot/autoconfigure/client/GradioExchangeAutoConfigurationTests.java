package io.github.gradiospring.boot.autoconfigure.client;

import io.github.gradiospring.boot.autoconfigure.client.tools.Greeter;
import io.github.gradiospring.boot.autoconfigure.client.tools.RemoteGreeter;
import io.github.gradiospring.client.exchange.GradioCall;
import io.github.gradiospring.client.exchange.GradioExchangeRegistry;
import io.github.gradiospring.client.exchange.ImportGradioExchanges;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link GradioExchangeAutoConfiguration}. */
class GradioExchangeAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(GradioClientAutoConfiguration.class, GradioExchangeAutoConfiguration.class));

	@Test
	void findsInterfacesOfTheApplicationsPackages() {
		this.runner.withConfiguration(UserConfigurations.of(Application.class, GreeterUser.class))
			.withPropertyValues("gradio.client.greeter.url=http://localhost:1")
			.run((context) -> {
				assertThat(context).hasSingleBean(Greeter.class).hasSingleBean(RemoteGreeter.class);
				assertThat(context.getBean(RemoteGreeter.class)).isNotNull();
			});
	}

	@Test
	void comparesThemWithTheirApps() {
		try (DescribedApp app = new DescribedApp()) {
			this.runner.withConfiguration(UserConfigurations.of(Application.class))
				.withPropertyValues("gradio.client.greeter.url=" + app.url(), "remote-greeter.url=" + app.url())
				.run((context) -> {
					context.getBean(GradioExchangeRegistry.class).verify().block();
					assertThat(app.requests()).as("config and info for each of two clients").hasSizeBetween(4, 6);
				});
		}
	}

	@Test
	void leavesItToTheApplicationThatImportsSome() {
		this.runner.withConfiguration(UserConfigurations.of(Application.class, Importing.class))
			.withPropertyValues("gradio.client.greeter.url=http://localhost:1")
			.run((context) -> assertThat(context).hasSingleBean(Greeter.class)
				.hasSingleBean(GradioExchangeRegistry.class)
				.doesNotHaveBean(RemoteGreeter.class));
	}

	@Test
	void doesWithoutPackages() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(GradioExchangeRegistry.class)
			.doesNotHaveBean(Greeter.class));
	}

	@Test
	void needsTheClient() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.client"))
			.withConfiguration(UserConfigurations.of(Application.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("gradioExchangeRegistry"));
	}

	@Test
	void saysWhichClientIsUnknown() {
		this.runner.withConfiguration(UserConfigurations.of(Application.class, GreeterUser.class))
			.withPropertyValues("gradio.client.welcomer.url=http://localhost:1")
			.run((context) -> {
				FailureAnalysis analysis = new UnknownGradioClientFailureAnalyzer()
					.analyze(context.getStartupFailure());
				assertThat(analysis).isNotNull();
				assertThat(analysis.getDescription()).isEqualTo(Greeter.class.getName()
						+ " calls the Gradio client 'greeter', which there is not. There are: 'welcomer'.");
				assertThat(analysis.getAction()).isEqualTo("Set 'gradio.client.greeter.url' or"
						+ " 'gradio.client.greeter.space', or name a client that there is.");
			});
	}

	@Test
	void saysWhichInterfaceIsInvalid() {
		this.runner.withConfiguration(UserConfigurations.of(Invalid.class)).run((context) -> {
			FailureAnalysis analysis = new InvalidGradioExchangeFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
					The Gradio exchange %s.nothing() cannot be a client:

					    Add @GradioCall, or make it a default method.""".formatted(InvalidTools.class.getName()));
		});
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Greeter.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class GreeterUser {

		@Bean
		String usesIt(Greeter greeter) {
			return greeter.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(Greeter.class)
	static class Importing {

	}

	/** Not annotated: tests of whole applications scan this package. */
	interface InvalidTools {

		@GradioCall
		Mono<String> something();

		void nothing();

	}

	@Configuration(proxyBeanMethods = false)
	@ImportGradioExchanges(InvalidTools.class)
	static class Invalid {

	}

}
