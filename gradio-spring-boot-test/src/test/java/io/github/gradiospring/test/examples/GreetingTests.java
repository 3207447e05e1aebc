package io.github.gradiospring.test.examples;

import io.github.gradiospring.test.autoconfigure.AutoConfigureMockGradioServer;
import io.github.gradiospring.test.mock.MockGradioServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockGradioServer("greeter")
class GreetingTests {

	@Autowired
	private Environment environment;

	@Test
	void greets(@Autowired MockGradioServer server) {
		server.endpoint("/greet").parameter("name").returns("Hello");
		assertThat(this.environment.getProperty("gradio.client.greeter.url")).isEqualTo(server.url());
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
