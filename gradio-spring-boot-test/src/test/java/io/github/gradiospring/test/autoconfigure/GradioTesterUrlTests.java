package io.github.gradiospring.test.autoconfigure;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.webflux.base-path=/base", "gradio.path=/tools" })
@AutoConfigureGradioTester
class GradioTesterUrlTests {

	@Autowired
	private ApplicationContext context;

	@Test
	void isTheAddressOfTheAppWhereverItIsMounted() {
		String url = GradioTesterAutoConfiguration.url(this.context);

		assertThat(url).endsWith("/base/tools");
		assertThat(WebClient.create(url).get().uri("/config").retrieve().bodyToMono(String.class).block())
			.contains("\"api_name\":\"greet\"");
	}

	static class Tools {

		@GradioEndpoint
		public String greet(String name) {
			return name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Tools.class)
	static class Application {

	}

}
