package io.github.gradiospring.boot.autoconfigure.server;

import java.util.List;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link InvalidEndpointFailureAnalyzer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidEndpointFailureAnalyzerTests {

	@Test
	void saysWhichEndpointIsWrongAndWhatToChange() {
		InvalidEndpointException cause = new InvalidEndpointException("TextTools.greet(Thread)",
				"No component shows the type 'java.lang.Thread'.", "Change the type, or add a ComponentKind bean.");
		FailureAnalysis analysis = new InvalidEndpointFailureAnalyzer()
			.analyze(new BeanCreationException("wrapped", cause));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				The Gradio endpoint TextTools.greet(Thread) cannot be served:

				    No component shows the type 'java.lang.Thread'.""");
		assertThat(analysis.getAction()).isEqualTo("Change the type, or add a ComponentKind bean.");
		assertThat(analysis.getCause()).isSameAs(cause);
	}

	@Test
	void explainsATypeWithoutComponent(CapturedOutput output) {
		startFails(UnmappedTools.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("UnmappedTools.stop")
			.contains("java.lang.Thread")
			.contains("Action:");
	}

	@Test
	void explainsADuplicateName(CapturedOutput output) {
		startFails(TextTools.class, DuplicateTools.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("DuplicateTools.welcome")
			.contains("same API name '/greet'")
			.contains("Give one of them another name");
	}

	@Test
	void explainsConflictingLimits(CapturedOutput output) {
		startFails(LimitTools.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("LimitTools.second")
			.contains("concurrency id 'shared'")
			.contains("Declare the same concurrencyLimit on both");
	}

	private static void startFails(Class<?>... beans) {
		SpringApplication application = new SpringApplication(Application.class);
		application.addPrimarySources(List.of(beans));
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(application::run);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	static class UnmappedTools {

		@GradioEndpoint
		public void stop(Thread thread) {
		}

	}

	static class DuplicateTools {

		@GradioEndpoint("greet")
		public String welcome(String name) {
			return name;
		}

	}

	static class LimitTools {

		@GradioEndpoint(concurrencyId = "shared", concurrencyLimit = 1)
		public String first() {
			return "first";
		}

		@GradioEndpoint(concurrencyId = "shared", concurrencyLimit = 2)
		public String second() {
			return "second";
		}

	}

}
