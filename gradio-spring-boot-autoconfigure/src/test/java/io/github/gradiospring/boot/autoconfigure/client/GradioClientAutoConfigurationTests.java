package io.github.gradiospring.boot.autoconfigure.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.GradioClientBuilder;
import io.github.gradiospring.client.error.ClientClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientSsl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Tests for {@link GradioClientAutoConfiguration}. */
class GradioClientAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GradioClientAutoConfiguration.class));

	@Test
	void makesNoClientOfNoProperties() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GradioClient.class));
	}

	@Test
	void makesABeanOfEachClient() {
		this.runner
			.withPropertyValues("gradio.client.whisper.space=openai/whisper",
					"gradio.client.my-chat.url=http://localhost:1")
			.withConfiguration(UserConfigurations.of(ByName.class))
			.run((context) -> {
				assertThat(context.getBeansOfType(GradioClient.class)).containsOnlyKeys("whisperGradioClient",
						"my-chatGradioClient");
				Map<String, GradioClient> clients = context.getBean(Injected.class).clients();
				assertThat(clients).containsEntry("whisper", context.getBean("whisperGradioClient", GradioClient.class))
					.containsEntry("my-chat", context.getBean("my-chatGradioClient", GradioClient.class));
			});
	}

	@Test
	void injectsTheOnlyClientUnqualified() {
		this.runner.withPropertyValues("gradio.client.whisper.url=http://localhost:1")
			.run((context) -> assertThat(context).hasSingleBean(GradioClient.class));
	}

	@Test
	void closesClientsWithTheContext() {
		AtomicReference<GradioClient> client = new AtomicReference<>();
		try (DescribedApp app = new DescribedApp()) {
			this.runner.withPropertyValues("gradio.client.greeter.url=" + app.url()).run((context) -> {
				client.set(context.getBean(GradioClient.class));
				assertThat(client.get().app().block().endpoints()).hasSize(1);
			});
			StepVerifier.create(client.get().endpoint("greet").input("name", "A").retrieve(String.class))
				.verifyError(ClientClosedException.class);
		}
	}

	@Test
	void sendsWhatTheApplicationAndThePropertiesSay() {
		try (DescribedApp app = new DescribedApp()) {
			this.runner.withConfiguration(AutoConfigurations.of(WebClientAutoConfiguration.class))
				.withConfiguration(UserConfigurations.of(WebClients.class))
				.withPropertyValues("gradio.client.greeter.url=" + app.url(),
						"gradio.client.greeter.headers.X-Team=blue")
				.run((context) -> context.getBean(GradioClient.class).app().block());
			assertThat(app.requests()).isNotEmpty().allSatisfy((headers) -> {
				assertThat(headers.get("X-Application")).isEqualTo("ours");
				assertThat(headers.get("X-Team")).isEqualTo("blue");
			});
		}
	}

	@Test
	void appliesTheProperties() {
		this.runner.withConfiguration(UserConfigurations.of(Customized.class))
			.withPropertyValues("gradio.client.whisper.url=http://localhost:1", "gradio.client.whisper.token=hf_secret",
					"gradio.client.whisper.auth.username=ann", "gradio.client.whisper.auth.password=secret",
					"gradio.client.whisper.headers.X-Team=blue",
					"gradio.client.whisper.download-directory=/tmp/results", "gradio.client.whisper.max-event-size=1MB",
					"gradio.client.whisper.silence-timeout=5s", "gradio.client.whisper.hub-url=http://localhost:2")
			.run((context) -> {
				GradioClientBuilder builder = context.getBean(Customizing.class).builders().get("whisper");
				assertThat(builder)
					.extracting("url", "token", "username", "password", "downloadDirectory", "maxEventSize",
							"silenceTimeout", "hubUrl")
					.containsExactly("http://localhost:1", "hf_secret", "ann", "secret", Path.of("/tmp/results"),
							DataSize.ofMegabytes(1), Duration.ofSeconds(5), "http://localhost:2");
				assertThat(headers(builder).toSingleValueMap()).containsEntry("X-Team", "blue");
				GradioClientProperties properties = context.getBean(GradioClientsProperties.class)
					.client()
					.get("whisper");
				assertThat(properties.toString() + properties.auth()).contains("http://localhost:1")
					.doesNotContain("secret", "ann", "blue");
			});
	}

	@Test
	void keepsTheDefaultsOfTheBuilder() {
		this.runner.withConfiguration(UserConfigurations.of(Customized.class))
			.withPropertyValues("gradio.client.whisper.url=http://localhost:1")
			.run((context) -> {
				GradioClientBuilder builder = context.getBean(Customizing.class).builders().get("whisper");
				GradioClientBuilder untouched = GradioClient.builder();
				for (String field : List.of("maxEventSize", "silenceTimeout", "token", "downloadDirectory", "hubUrl")) {
					assertThat(builder).extracting(field)
						.as(field)
						.isEqualTo(ReflectionTestUtils.getField(untouched, field));
				}
			});
	}

	@Test
	void buildsOnTheApplicationsWebClient() {
		this.runner.withConfiguration(AutoConfigurations.of(WebClientAutoConfiguration.class))
			.withConfiguration(UserConfigurations.of(Customized.class, WebClients.class))
			.withPropertyValues("gradio.client.whisper.url=http://localhost:1")
			.run((context) -> {
				GradioClientBuilder builder = context.getBean(Customizing.class).builders().get("whisper");
				assertThat(defaultHeaders(builder).getFirst("X-Application")).isEqualTo("ours");
				assertThat(defaultHeaders(context.getBean(GradioClientBuilder.class)).getFirst("X-Application"))
					.isEqualTo("ours");
			});
	}

	@Test
	void appliesASslBundle() {
		WebClientSsl ssl = mock();
		given(ssl.fromBundle("partner")).willReturn((webClient) -> webClient.defaultHeader("X-Bundle", "partner"));
		this.runner.withConfiguration(AutoConfigurations.of(WebClientAutoConfiguration.class))
			.withConfiguration(UserConfigurations.of(Customized.class))
			.withBean(WebClientSsl.class, () -> ssl)
			.withPropertyValues("gradio.client.whisper.url=https://localhost:1",
					"gradio.client.whisper.ssl.bundle=partner")
			.run((context) -> {
				GradioClientBuilder builder = context.getBean(Customizing.class).builders().get("whisper");
				assertThat(defaultHeaders(builder).getFirst("X-Bundle")).isEqualTo("partner");
			});
	}

	@Test
	void failsForAnUnknownSslBundle() {
		this.runner
			.withConfiguration(AutoConfigurations.of(WebClientAutoConfiguration.class, SslAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class))
			.withPropertyValues("gradio.client.whisper.url=https://localhost:1",
					"gradio.client.whisper.ssl.bundle=nothing")
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(NoSuchSslBundleException.class));
	}

	@Test
	void makesABuilderForEachInjection() {
		this.runner.withConfiguration(UserConfigurations.of(Customized.class)).run((context) -> {
			GradioClientBuilder builder = context.getBean(GradioClientBuilder.class);
			assertThat(context.getBean(GradioClientBuilder.class)).isNotSameAs(builder);
			assertThat(context.getBean(Customizing.class).others()).hasSize(2).contains(builder);
		});
	}

	@Test
	void takesTheAddressOfAConnection() {
		this.runner.withConfiguration(UserConfigurations.of(Customized.class, Connected.class))
			.withPropertyValues("gradio.client.whisper.space=openai/whisper", "gradio.client.whisper.token=t",
					"gradio.client.other.url=http://localhost:1")
			.run((context) -> {
				Map<String, GradioClientBuilder> builders = context.getBean(Customizing.class).builders();
				assertThat(builders.get("whisper")).extracting("url", "space", "token")
					.containsExactly("http://localhost:7", null, "t");
				assertThat(builders.get("other")).extracting("url").isEqualTo("http://localhost:1");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					gradio.client.a.token=secret                                   | neither an address nor a Space | Set 'gradio.client.a.url' or 'gradio.client.a.space'.
					gradio.client.a.url=http://h,gradio.client.a.auth.username=u   | Its login is incomplete         | Set both 'gradio.client.a.auth.username' and 'gradio.client.a.auth.password'.
					gradio.client.a.url=http://h,gradio.client.a.ssl.bundle=b      | nothing can apply it            | Add 'spring-boot-starter-webclient', or remove 'gradio.client.a.ssl.bundle'.
					""")
	void saysWhichPropertyIsMissing(String properties, String problem, String action) {
		this.runner.withPropertyValues(properties.split(",")).run((context) -> {
			FailureAnalysis analysis = new InvalidGradioClientFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).startsWith("The Gradio client 'a' cannot be built:")
				.contains(problem)
				.doesNotContain("secret");
			assertThat(analysis.getAction()).isEqualTo(action);
		});
	}

	@Test
	void refusesAnAddressAndASpace() {
		this.runner.withPropertyValues("gradio.client.a.url=http://localhost:1", "gradio.client.a.space=openai/whisper")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(MutuallyExclusiveConfigurationPropertiesException.class));
	}

	@Test
	void leavesTheServersPropertiesAlone() {
		this.runner.withConfiguration(UserConfigurations.of(Server.class))
			.withPropertyValues("gradio.title=Ours", "gradio.client.title.url=http://localhost:1")
			.run((context) -> {
				assertThat(context.getBean(GradioProperties.class).title()).isEqualTo("Ours");
				assertThat(context).hasBean("titleGradioClient");
			});
	}

	@Test
	void needsTheClient() {
		this.runner.withClassLoader(new FilteredClassLoader(GradioClient.class))
			.withPropertyValues("gradio.client.a.url=http://localhost:1")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("aGradioClient"));
	}

	@Test
	void doesWithoutBootsWebClient() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.webclient"))
			.withPropertyValues("gradio.client.a.url=http://localhost:1")
			.run((context) -> assertThat(context).hasSingleBean(GradioClient.class));
	}

	private static HttpHeaders headers(GradioClientBuilder builder) {
		HttpHeaders headers = new HttpHeaders();
		@SuppressWarnings("unchecked")
		var consumer = (Consumer<HttpHeaders>) ReflectionTestUtils.getField(builder, "headers");
		consumer.accept(headers);
		return headers;
	}

	private static HttpHeaders defaultHeaders(GradioClientBuilder builder) {
		WebClient.Builder webClient = (WebClient.Builder) ReflectionTestUtils.getField(builder, "webClient");
		HttpHeaders headers = new HttpHeaders();
		webClient.defaultHeaders(headers::addAll);
		return headers;
	}

	record Injected(Map<String, GradioClient> clients) {
	}

	@Configuration(proxyBeanMethods = false)
	static class ByName {

		@Bean
		Injected injected(@Qualifier("whisper") GradioClient whisper, @Qualifier("my-chat") GradioClient chat) {
			return new Injected(Map.of("whisper", whisper, "my-chat", chat));
		}

	}

	record Customizing(Map<String, GradioClientBuilder> builders,
			List<GradioClientBuilder> others) implements GradioClientCustomizer {

		@Override
		public void customize(String name, GradioClientBuilder builder) {
			if (name == null) {
				this.others.add(builder);
			}
			else {
				this.builders.put(name, builder);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customized {

		@Bean
		Customizing customizing() {
			return new Customizing(new HashMap<>(), new ArrayList<>());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WebClients {

		@Bean
		WebClientCustomizer webClientCustomizer() {
			return (webClient) -> webClient.defaultHeader("X-Application", "ours");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Connected {

		@Bean
		GradioClientConnectionDetails whisperConnection() {
			return new GradioClientConnectionDetails() {

				@Override
				public String getClientName() {
					return "whisper";
				}

				@Override
				public String getUrl() {
					return "http://localhost:7";
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(GradioProperties.class)
	static class Server {

	}

}
