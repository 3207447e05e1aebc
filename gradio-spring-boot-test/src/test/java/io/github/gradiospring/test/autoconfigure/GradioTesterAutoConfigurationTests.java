package io.github.gradiospring.test.autoconfigure;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.test.tester.DefaultGradioTester;
import io.github.gradiospring.test.tester.GradioTester;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GradioTesterAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GradioTesterAutoConfiguration.class));

	@Test
	void makesATesterThatConnectsLater() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(GradioTester.class));
	}

	@Test
	void saysWhatIsMissingWithoutAPort() {
		this.runner.run((context) -> assertThatIllegalStateException()
			.isThrownBy(() -> context.getBean(GradioTester.class).endpoint("/greet"))
			.withMessageContaining("RANDOM_PORT"));
	}

	@Test
	void leavesTheTesterOfTheTestAlone() {
		GradioTester own = DefaultGradioTester.of(() -> GradioClient.create("http://localhost"));
		this.runner.withBean("own", GradioTester.class, () -> own)
			.run((context) -> assertThat(context.getBean(GradioTester.class)).isSameAs(own));
	}

}
