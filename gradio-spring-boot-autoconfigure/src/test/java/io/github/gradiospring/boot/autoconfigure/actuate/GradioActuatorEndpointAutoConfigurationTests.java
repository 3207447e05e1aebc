package io.github.gradiospring.boot.autoconfigure.actuate;

import java.time.Clock;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.boot.autoconfigure.actuate.GradioActuatorEndpoint.EndpointDescriptor;
import io.github.gradiospring.boot.autoconfigure.actuate.GradioActuatorEndpoint.GradioDescriptor;
import io.github.gradiospring.boot.autoconfigure.server.ServerAutoConfigurations;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueStore;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GradioActuatorEndpointAutoConfiguration}.
 */
class GradioActuatorEndpointAutoConfigurationTests {

	private final ApplicationContextRunner hidden = new ApplicationContextRunner()
		.withConfiguration(ServerAutoConfigurations.all())
		.withConfiguration(AutoConfigurations.of(GradioActuatorEndpointAutoConfiguration.class))
		.withBean(TextTools.class);

	private final ApplicationContextRunner runner = this.hidden
		.withPropertyValues("management.endpoints.web.exposure.include=gradio");

	@Test
	void listsWhatIsServed() {
		this.runner.run((context) -> {
			GradioDescriptor descriptor = context.getBean(GradioActuatorEndpoint.class).gradio();
			assertThat(descriptor.groups()).singleElement().satisfies((group) -> {
				assertThat(group.id()).isEqualTo("texts");
				assertThat(group.limit()).isOne();
				assertThat(group.endpoints()).containsExactly("/greet", "/spell");
			});
			assertThat(descriptor.endpoints()).extracting(EndpointDescriptor::name, EndpointDescriptor::group)
				.containsExactly(tuple("/greet", "texts"), tuple("/spell", "texts"), tuple("/whoAmI", null));
		});
	}

	@Test
	void isHiddenUnlessExposed() {
		this.hidden.run((context) -> assertThat(context).doesNotHaveBean(GradioActuatorEndpoint.class));
	}

	@Test
	void isThereNoMoreWhenItsAccessIsNone() {
		this.runner.withPropertyValues("management.endpoint.gradio.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(GradioActuatorEndpoint.class));
	}

	@Test
	void needsTheActuator() {
		// Read as in an application: conditions that are not on the class path do not
		// count
		new ApplicationContextRunner().withConfiguration(ServerAutoConfigurations.all())
			.withUserConfiguration(Application.class)
			.withPropertyValues("management.endpoints.web.exposure.include=gradio")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(GradioQueue.class)
				.doesNotHaveBean("gradioActuatorEndpoint"));
	}

	@Test
	void needsAServer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("gradioActuatorEndpoint"));
	}

	@Test
	void backsOff() {
		GradioActuatorEndpoint own = new GradioActuatorEndpoint(mock(EndpointRegistry.class), mock(GradioQueue.class),
				mock(QueueStore.class), Clock.systemUTC());
		this.runner.withBean(GradioActuatorEndpoint.class, () -> own)
			.run((context) -> assertThat(context.getBean(GradioActuatorEndpoint.class)).isSameAs(own));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(GradioActuatorEndpointAutoConfiguration.class)
	static class Application {

	}

}
