package io.github.gradiospring.boot.autoconfigure.server;

import java.util.List;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.component.ComponentKind;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointFactory;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.EndpointSource;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.endpoint.method.AnnotatedEndpointSource;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link GradioEndpointAutoConfiguration}.
 */
class GradioEndpointAutoConfigurationTests {

	private static final GradioRequest REQUEST = new GradioRequest(new HttpHeaders(), new LinkedMultiValueMap<>(), null,
			null, "http://localhost", null);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(ServerAutoConfigurations.all());

	@Test
	void servesNothingUnlessAsked() {
		this.runner.run((context) -> assertThat(context.getBean(EndpointRegistry.class).endpoints()).isEmpty());
	}

	@Test
	void servesAnnotatedBeansFirst() {
		this.runner.withUserConfiguration(CodeConfiguration.class)
			.withBean(TextTools.class)
			.run((context) -> assertThat(context.getBean(EndpointRegistry.class).endpoints()).extracting(Endpoint::name)
				.containsExactly("greet", "spell", "whoAmI", "code"));
	}

	@ParameterizedTest
	@ValueSource(classes = { EndpointRegistry.class, EndpointExecutor.class, InputValidator.class, ResultCache.class })
	<T> void backsOff(Class<T> type) {
		T own = mock(type);
		this.runner.withBean(type, () -> own).run((context) -> assertThat(context.getBean(type)).isSameAs(own));
	}

	@Test
	void backsOffToOwnKindsFactoryAndSource() {
		ComponentKinds kinds = new ComponentKinds(new JsonMapper(), List.of());
		EndpointFactory factory = new EndpointFactory(kinds);
		this.runner.withBean(ComponentKinds.class, () -> kinds)
			.withBean(EndpointFactory.class, () -> factory)
			.withUserConfiguration(SourceConfiguration.class)
			.run((context) -> {
				assertThat(context.getBean(ComponentKinds.class)).isSameAs(kinds);
				assertThat(context.getBean(EndpointFactory.class)).isSameAs(factory);
				assertThat(context).hasSingleBean(AnnotatedEndpointSource.class).hasBean("own");
			});
	}

	@Test
	void asksKindsOfTheApplication() {
		ComponentKind kind = mock(ComponentKind.class);
		this.runner.withBean(ComponentKind.class, () -> kind).withBean(TextTools.class).run((context) -> {
			context.getBean(EndpointRegistry.class).endpoints();
			verify(kind, atLeastOnce()).bind(any());
		});
	}

	@Test
	void convertsWithTheMapperOfTheApplication() {
		JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		this.runner.withBean(JsonMapper.class, () -> mapper).withBean(JsonTools.class).run((context) -> {
			Endpoint endpoint = context.getBean(EndpointRegistry.class).endpoints().get(0);
			assertThat(endpoint.inputs().get(0).binding().read(mapper.readTree("{\"x_value\": 3}"), null))
				.isEqualTo(new JsonTools.Point(3));
		});
	}

	@Test
	void limitsConcurrencyByProperty() {
		this.runner.withPropertyValues("gradio.queue.default-concurrency-limit=7")
			.withBean(TextTools.class)
			.run((context) -> assertThat(
					context.getBean(EndpointRegistry.class).endpoints().get(0).queue().concurrencyLimit())
				.isEqualTo(7));
	}

	@Test
	void checksConstraintsWithBeanValidation() {
		this.runner.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
			.withBean(ConstrainedTools.class)
			.run((context) -> {
				StepVerifier
					.create(validate(context.getBean(InputValidator.class), context.getBean(EndpointRegistry.class),
							"abcd"))
					.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidInputException.class)
						.hasMessageContaining("text"));
				StepVerifier
					.create(validate(context.getBean(InputValidator.class), context.getBean(EndpointRegistry.class),
							"abc"))
					.verifyComplete();
			});
	}

	@Test
	void checksNoConstraintsWithoutValidator() {
		this.runner.withBean(ConstrainedTools.class)
			.run((context) -> StepVerifier
				.create(validate(context.getBean(InputValidator.class), context.getBean(EndpointRegistry.class),
						"abcd"))
				.verifyComplete());
	}

	@Test
	void worksWithoutBeanValidation() {
		this.runner.withClassLoader(new FilteredClassLoader(Validator.class))
			.withBean(TextTools.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(EndpointRegistry.class)
				.doesNotHaveBean(EndpointSourceCustomizer.class));
	}

	@Test
	void failsAtStartForAWrongDeclaration() {
		this.runner.withBean(TextTools.class)
			.withBean(OtherTools.class)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidEndpointException.class)
				.hasMessageContaining("/greet"));
	}

	@Test
	void needsAServer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("gradioEndpointRegistry"));
	}

	private static Mono<Void> validate(InputValidator validator, EndpointRegistry registry, String text) {
		return validator.validate(registry.endpoints().get(0), List.of(StringNode.valueOf(text)), REQUEST);
	}

	@Configuration(proxyBeanMethods = false)
	static class CodeConfiguration {

		@Bean
		EndpointSource code(EndpointFactory factory) {
			Endpoint endpoint = factory.endpoint("code")
				.output("text", String.class)
				.function((call) -> Flux.just(List.of("code")));
			return () -> List.of(endpoint);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SourceConfiguration {

		@Bean
		AnnotatedEndpointSource own(ConfigurableListableBeanFactory beanFactory, ComponentKinds kinds) {
			return AnnotatedEndpointSource.builder(beanFactory, kinds).build();
		}

	}

	static class JsonTools {

		@GradioEndpoint
		public int point(Point point) {
			return point.xValue();
		}

		record Point(int xValue) {

		}

	}

	static class OtherTools {

		@GradioEndpoint
		public String greet(String name) {
			return name;
		}

	}

	static class ConstrainedTools {

		@GradioEndpoint
		public String shorten(@Size(max = 3) String text) {
			return text;
		}

	}

}
