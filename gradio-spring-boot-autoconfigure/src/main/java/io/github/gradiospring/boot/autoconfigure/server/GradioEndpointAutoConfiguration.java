package io.github.gradiospring.boot.autoconfigure.server;

import java.util.List;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.server.component.ComponentKind;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.endpoint.CaffeineResultCache;
import io.github.gradiospring.server.endpoint.DefaultEndpointExecutor;
import io.github.gradiospring.server.endpoint.DefaultEndpointRegistry;
import io.github.gradiospring.server.endpoint.DefaultInputValidator;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointFactory;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.EndpointSource;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.endpoint.method.AnnotatedEndpointSource;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.page.PageModel;
import io.github.gradiospring.server.session.SessionStateStore;
import jakarta.validation.Validator;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the endpoints: what is served and
 * how it is called.
 */
@AutoConfiguration(after = { GradioStoreAutoConfiguration.class, GradioWorkerAutoConfiguration.class },
		afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
				"org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration" })
@ConditionalOnClass(EndpointRegistry.class)
@EnableConfigurationProperties(GradioProperties.class)
public final class GradioEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ComponentKinds gradioComponentKinds(ObjectProvider<JsonMapper> jsonMapper, ObjectProvider<ComponentKind> kinds) {
		return new ComponentKinds(jsonMapper.getIfUnique(GradioProtocol::jsonMapper), kinds.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	EndpointFactory gradioEndpointFactory(ComponentKinds kinds) {
		return new EndpointFactory(kinds);
	}

	@Bean
	@Order(0)
	@ConditionalOnMissingBean
	AnnotatedEndpointSource gradioAnnotatedEndpointSource(ConfigurableListableBeanFactory beanFactory,
			ComponentKinds kinds, ObjectProvider<JsonMapper> jsonMapper, GradioProperties properties,
			ObjectProvider<EndpointSourceCustomizer> customizers) {
		AnnotatedEndpointSource.Builder builder = AnnotatedEndpointSource.builder(beanFactory, kinds)
			.jsonMapper(jsonMapper.getIfUnique(GradioProtocol::jsonMapper))
			.defaultConcurrencyLimit(properties.queue().defaultConcurrencyLimit())
			.serverMode(properties.mode() == GradioProperties.Mode.SERVER);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	EndpointRegistry gradioEndpointRegistry(ObjectProvider<EndpointSource> sources, ObjectProvider<PageModel> page) {
		return new DefaultEndpointRegistry(sources.orderedStream().toList(), (declared) -> {
			PageModel model = page.getIfAvailable();
			return (model != null) ? model.endpoints(declared) : List.of();
		});
	}

	@Bean
	@ConditionalOnMissingBean
	EndpointExecutor gradioEndpointExecutor(@Qualifier(GradioWorkerAutoConfiguration.WORKER_BEAN_NAME) Scheduler worker,
			SessionStateStore states, FileStore files) {
		return DefaultEndpointExecutor.builder().worker(worker).states(states).files(files).build();
	}

	@Bean
	@ConditionalOnMissingBean
	InputValidator gradioInputValidator() {
		return new DefaultInputValidator();
	}

	@Bean
	@ConditionalOnMissingBean
	ResultCache gradioResultCache() {
		return new CaffeineResultCache();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Validator.class)
	static class ConstraintsConfiguration {

		@Bean
		EndpointSourceCustomizer gradioConstraintsCustomizer(ObjectProvider<Validator> validator,
				@Qualifier(GradioWorkerAutoConfiguration.WORKER_BEAN_NAME) Scheduler worker, FileStore files) {
			return (builder) -> builder.validator(validator.getIfUnique(), worker, files);
		}

	}

}
