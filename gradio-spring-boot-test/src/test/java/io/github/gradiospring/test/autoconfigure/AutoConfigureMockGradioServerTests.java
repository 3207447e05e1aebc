package io.github.gradiospring.test.autoconfigure;

import java.util.List;

import io.github.gradiospring.boot.autoconfigure.client.GradioClientConnectionDetails;
import io.github.gradiospring.test.mock.MockGradioServer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(classes = AutoConfigureMockGradioServerTests.Application.class, webEnvironment = WebEnvironment.NONE)
@AutoConfigureMockGradioServer({ "greeter", "painter" })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AutoConfigureMockGradioServerTests {

	@Autowired
	@Qualifier("greeter")
	private MockGradioServer greeter;

	@Autowired
	@Qualifier("painter")
	private MockGradioServer painter;

	@Autowired
	private String urlAtStartup;

	@Value("${gradio.client.painter.url}")
	private String painterUrl;

	@Test
	@Order(1)
	void clientsFindTheirServers() {
		this.greeter.endpoint("/greet").parameter("name").returns("Hello");
		this.painter.endpoint("/paint").returns("done");

		assertThat(this.urlAtStartup).isEqualTo(this.greeter.url());
		assertThat(this.painterUrl).isEqualTo(this.painter.url()).isNotEqualTo(this.greeter.url());
		WebClient.create(this.urlAtStartup)
			.post()
			.uri("/gradio_api/run/greet")
			.header("content-type", "application/json")
			.bodyValue("{\"data\": [\"Ada\"]}")
			.retrieve()
			.toBodilessEntity()
			.block();
		assertThat(this.greeter.calls()).hasSize(1);
	}

	@Test
	@Order(2)
	void callsAreForgottenBeforeTheNextTest() {
		assertThat(this.greeter.calls()).isEmpty();
	}

	@Test
	void winsOverOtherAddressesOfAClient(@Autowired ObjectProvider<GradioClientConnectionDetails> details) {
		assertThat(details.stream()).extracting("clientName", "url")
			.containsExactlyInAnyOrder(Tuple.tuple("greeter", this.greeter.url()),
					Tuple.tuple("painter", this.painter.url()));
	}

	@Test
	void closesTheServersOfAContextThatFails() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean("failing", Object.class, () -> {
			throw new IllegalStateException("no");
		});
		new MockGradioServerContextCustomizer(List.of("greeter")).customizeContext(context,
				new MergedContextConfiguration(getClass(), null, null, null, null));
		String url = context.getEnvironment().getProperty("gradio.client.greeter.url");

		assertThatExceptionOfType(BeansException.class).isThrownBy(context::refresh);

		assertThatExceptionOfType(WebClientRequestException.class)
			.isThrownBy(() -> WebClient.create(url).get().retrieve().toBodilessEntity().block());
	}

	@Test
	void equalClientsShareAContext() {
		MockGradioServerContextCustomizerFactory factory = new MockGradioServerContextCustomizerFactory();

		assertThat(factory.createContextCustomizer(AutoConfigureMockGradioServerTests.class, List.of()))
			.isEqualTo(new MockGradioServerContextCustomizer(List.of("greeter", "painter")));
		assertThat(factory.createContextCustomizer(Application.class, List.of())).isNull();
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		String urlAtStartup(@Value("${gradio.client.greeter.url}") String url) {
			return url;
		}

	}

}
