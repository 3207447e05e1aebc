package io.github.gradiospring.test.autoconfigure;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.test.tester.DefaultGradioTester;
import io.github.gradiospring.test.tester.GradioTester;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of a {@link GradioTester} of the
 * application itself. The port is known when the first call is made.
 */
@AutoConfiguration
public final class GradioTesterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	GradioTester gradioTester(ApplicationContext context) {
		return DefaultGradioTester.of(() -> GradioClient.create(url(context)));
	}

	static String url(ApplicationContext context) {
		LocalTestWebServer server = LocalTestWebServer.get(context);
		if (server == null) {
			throw new IllegalStateException("A GradioTester needs an application that runs on a port, "
					+ "as with @SpringBootTest(webEnvironment = RANDOM_PORT)");
		}
		return server.withPath(context.getEnvironment().getProperty("gradio.path", "")).uri();
	}

}
