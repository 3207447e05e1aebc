package io.github.gradiospring.test.examples;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.test.autoconfigure.AutoConfigureGradioTester;
import io.github.gradiospring.test.tester.GradioTester;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureGradioTester
class TextToolsTests {

	@Autowired
	private GradioTester tester;

	@Test
	void greets() {
		this.tester.endpoint("/greet").input("name", "Ada").execute().isEqualTo("Hello, Ada!");
	}

	@Test
	void spells() {
		this.tester.endpoint("/spell")
			.input("word", "ab")
			.executeStream()
			.verifier(String.class)
			.expectNext("a", "ab")
			.verifyComplete();
	}

	@Test
	void refusesStrangers() {
		this.tester.endpoint("/greet").input("name", "").execute().error().hasMessage("A name, please");
	}

	@Test
	void isDocumented() {
		this.tester.api().endpoint("/greet").hasParameters("name").returns("Textbox");
	}

	static class TextTools {

		@GradioEndpoint
		public String greet(String name) {
			if (name.isEmpty()) {
				throw new GradioException("A name, please");
			}
			return "Hello, " + name + "!";
		}

		@GradioEndpoint
		public Flux<String> spell(String word) {
			return Flux.range(1, word.length()).map((length) -> word.substring(0, length));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(TextTools.class)
	static class Application {

	}

}
