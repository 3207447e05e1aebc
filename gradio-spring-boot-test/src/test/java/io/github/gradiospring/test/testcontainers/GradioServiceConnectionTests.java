package io.github.gradiospring.test.testcontainers;

import java.net.InetSocketAddress;

import io.github.gradiospring.boot.autoconfigure.client.GradioClientConnectionDetails;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = GradioServiceConnectionTests.Application.class,
		webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(properties = "spring.main.banner-mode=off")
class GradioServiceConnectionTests {

	@ServiceConnection
	static final GradioContainer container = new LocalContainer(new InetSocketAddress("app.test", 1234))
		.withClientName("whisper");

	@Autowired
	private GradioClientConnectionDetails details;

	@Test
	void tellsWhereTheAppOfAClientIs() {
		assertThat(this.details.getClientName()).isEqualTo("whisper");
		assertThat(this.details.getUrl()).isEqualTo("http://app.test:1234");
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
