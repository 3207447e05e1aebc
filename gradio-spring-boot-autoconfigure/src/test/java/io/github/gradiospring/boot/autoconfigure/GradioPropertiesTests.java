package io.github.gradiospring.boot.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link GradioProperties}.
 */
@ExtendWith(OutputCaptureExtension.class)
class GradioPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(PropertiesConfiguration.class);

	@Test
	void defaults() {
		this.runner.run((context) -> {
			GradioProperties properties = context.getBean(GradioProperties.class);
			assertThat(properties.path()).isEmpty();
			assertThat(properties.title()).isEqualTo("Gradio");
			assertThat(properties.showErrors()).isFalse();
			assertThat(properties.mode()).isEqualTo(GradioProperties.Mode.BLOCKS);
			assertThat(properties.apiOpen()).isTrue();
			assertThat(properties.strictCors()).isTrue();
			assertThat(properties.queue().maxSize()).isZero();
			assertThat(properties.queue().defaultConcurrencyLimit()).isOne();
			assertThat(properties.sse().heartbeatInterval()).isEqualTo(Duration.ofSeconds(15));
			assertThat(properties.files().directory()).isNull();
			assertThat(properties.files().maxFileSize()).isNull();
			assertThat(properties.files().allowedPaths()).isEmpty();
			assertThat(properties.monitoring().enabled()).isTrue();
			assertThat(properties.ui()).isEqualTo(new GradioProperties.Ui(true, "default", Path.of(".gradio/flagged"),
					"", "", null, null, null, null, null, Map.of(), false, false));
		});
	}

	@Test
	void values() {
		this.runner.withPropertyValues("gradio.path=/demo/", "gradio.title=Demo", "gradio.show-errors=true",
				"gradio.root-url=https://demo.example/x", "gradio.mode=server", "gradio.api-open=false",
				"gradio.strict-cors=false", "gradio.max-body-size=1MB", "gradio.queue.max-size=20",
				"gradio.queue.default-concurrency-limit=3", "gradio.queue.update-interval=3ms",
				"gradio.queue.chunk-timeout=4s", "gradio.queue.shutdown-timeout=2s", "gradio.sse.heartbeat-interval=1s",
				"gradio.sse.buffer-size=7", "gradio.sse.reader-timeout=9s", "gradio.sse.time-to-live=8s",
				"gradio.session.timeout=5m", "gradio.session.max-sessions=12", "gradio.files.directory=/data",
				"gradio.files.max-file-size=2MB", "gradio.files.max-total-size=3GB", "gradio.files.time-to-live=1h",
				"gradio.files.allowed-paths=/a,/b", "gradio.monitoring.enabled=false")
			.run((context) -> {
				GradioProperties properties = context.getBean(GradioProperties.class);
				assertThat(properties.path()).isEqualTo("/demo");
				assertThat(properties.title()).isEqualTo("Demo");
				assertThat(properties.showErrors()).isTrue();
				assertThat(properties.rootUrl()).isEqualTo("https://demo.example/x");
				assertThat(properties.mode()).isEqualTo(GradioProperties.Mode.SERVER);
				assertThat(properties.apiOpen()).isFalse();
				assertThat(properties.strictCors()).isFalse();
				assertThat(properties.maxBodySize()).isEqualTo(DataSize.ofMegabytes(1));
				assertThat(properties.queue()).isEqualTo(new GradioProperties.Queue(20, 3, Duration.ofMillis(3),
						Duration.ofSeconds(4), Duration.ofSeconds(2)));
				assertThat(properties.sse()).isEqualTo(new GradioProperties.Sse(Duration.ofSeconds(1), 7,
						Duration.ofSeconds(9), Duration.ofSeconds(8)));
				assertThat(properties.session()).isEqualTo(new GradioProperties.Session(Duration.ofMinutes(5), 12));
				assertThat(properties.files().directory()).isEqualTo(Path.of("/data"));
				assertThat(properties.files().maxFileSize()).isEqualTo(DataSize.ofMegabytes(2));
				assertThat(properties.files().maxTotalSize()).isEqualTo(DataSize.ofGigabytes(3));
				assertThat(properties.files().timeToLive()).isEqualTo(Duration.ofHours(1));
				assertThat(properties.files().allowedPaths()).containsExactly(Path.of("/a"), Path.of("/b"));
				assertThat(properties.monitoring().enabled()).isFalse();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/demo", "/a/b-c/d.e_f~" })
	void validPaths(String path) {
		this.runner.withPropertyValues("gradio.path=" + path).run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource({ "gradio.path,demo", "gradio.path,/a//b", "gradio.path,/{x}", "gradio.path,/a/**",
			"gradio.max-body-size,0B", "gradio.queue.max-size,-1", "gradio.queue.default-concurrency-limit,-1",
			"gradio.queue.shutdown-timeout,-1s", "gradio.queue.update-interval,-1s", "gradio.queue.chunk-timeout,0s",
			"gradio.max-body-size,3GB", "gradio.sse.time-to-live,0s", "gradio.sse.heartbeat-interval,0s",
			"gradio.sse.buffer-size,0", "gradio.sse.reader-timeout,-1s", "gradio.session.timeout,0s",
			"gradio.session.max-sessions,0", "gradio.files.max-file-size,0B", "gradio.files.max-total-size,-1B",
			"gradio.files.time-to-live,0s", "gradio.ui.footer-links,about", "gradio.ui.css,file:/no/such.css",
			"gradio.ui.favicon,classpath:/no/such.ico", "gradio.ui.js,none.js", "gradio.ui.head,none.html" })
	void invalidValues(String name, String value) {
		this.runner.withPropertyValues(name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(name)));
	}

	@Test
	void anInvalidValueIsExplainedAtStart(CapturedOutput output) {
		SpringApplication application = new SpringApplication(PropertiesConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> application.run("--gradio.queue.max-size=-5"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Invalid value '-5' for configuration property 'gradio.queue.max-size'")
			.contains("The value must be 0 or more.");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(GradioProperties.class)
	static class PropertiesConfiguration {

	}

}
