package io.github.gradiospring.boot.autoconfigure.client;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.GradioClientBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientSsl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of clients of Gradio apps. Each
 * client of <code>gradio.client.&lt;name&gt;</code> is a {@link GradioClient} bean with
 * its name as the qualifier; the only one needs none. For other clients there is a
 * {@link GradioClientBuilder} with the application's settings, a new one for each
 * injection. In an application that is processed ahead of time the names are those of the
 * build, the other properties those of the run.
 */
@AutoConfiguration(afterName = "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration")
@ConditionalOnClass({ GradioClient.class, WebClient.class })
@EnableConfigurationProperties(GradioClientsProperties.class)
@Import(GradioClientsRegistrar.class)
public final class GradioClientAutoConfiguration {

	@Bean(GradioClientsRegistrar.FACTORY_BEAN_NAME)
	GradioClientFactory gradioClientFactory(GradioClientsProperties properties,
			ObjectProvider<WebClient.Builder> webClient, ObjectProvider<GradioClientSsl> ssl,
			ObjectProvider<GradioClientConnectionDetails> connectionDetails,
			ObjectProvider<GradioClientCustomizer> customizers) {
		return new GradioClientFactory(properties, webClient, ssl, connectionDetails, customizers);
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	GradioClientBuilder gradioClientBuilder(GradioClientFactory factory) {
		return factory.builder();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebClientSsl.class)
	@ConditionalOnBean(WebClientSsl.class)
	static class SslConfiguration {

		@Bean
		GradioClientSsl gradioClientSsl(WebClientSsl ssl) {
			return ssl::fromBundle;
		}

	}

}
