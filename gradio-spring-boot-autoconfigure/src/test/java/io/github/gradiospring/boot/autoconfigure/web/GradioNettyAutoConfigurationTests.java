package io.github.gradiospring.boot.autoconfigure.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class GradioNettyAutoConfigurationTests {

	private static final String RUN = "POST /gradio_api/run/echo HTTP/1.1\r\nHost: localhost\r\n"
			+ "Content-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"data\":[\"x\"]}";

	private static final String GET = "GET /gradio_api/app_id HTTP/1.1\r\nHost: localhost\r\n\r\n";

	@Test
	void aConnectionGoesOnAfterARequestThatCameEarly() throws Exception {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--server.address=127.0.0.1");
				Socket socket = new Socket(InetAddress.getLoopbackAddress(),
						((WebServerApplicationContext) context).getWebServer().getPort())) {
			socket.setSoTimeout(10_000);
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
			for (int i = 0; i < 20; i++) {
				// the second one comes before the first one is answered
				send(socket, RUN + GET);
				assertThat(answer(reader)).contains("\"data\":[\"x\"]");
				assertThat(answer(reader)).startsWith("{\"app_id\":");
			}
		}
	}

	private static void send(Socket socket, String requests) throws IOException {
		socket.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
		socket.getOutputStream().flush();
	}

	private static String answer(BufferedReader reader) throws IOException {
		assertThat(reader.readLine()).startsWith("HTTP/1.1 200");
		int length = 0;
		for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
			if (line.toLowerCase().startsWith("content-length:")) {
				length = Integer.parseInt(line.substring("content-length:".length()).strip());
			}
		}
		char[] body = new char[length];
		int read = 0;
		while (read < length) {
			read += reader.read(body, read, length - read);
		}
		return new String(body);
	}

	@Test
	void needsReactorNettysServer() {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withUserConfiguration(GradioNettyAutoConfiguration.class);
		runner.run((context) -> assertThat(context).hasBean("gradioNettyCustomizer"));
		runner.withClassLoader(new FilteredClassLoader(NettyReactiveWebServerFactory.class))
			.run((context) -> assertThat(context).doesNotHaveBean("gradioNettyCustomizer"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Tools tools() {
			return new Tools();
		}

	}

	static class Tools {

		@GradioEndpoint
		String echo(String text) {
			return text;
		}

	}

}
