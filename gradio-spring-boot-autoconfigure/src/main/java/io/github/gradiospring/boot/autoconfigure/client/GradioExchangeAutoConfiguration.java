package io.github.gradiospring.boot.autoconfigure.client;

import io.github.gradiospring.client.exchange.GradioExchange;
import io.github.gradiospring.client.exchange.GradioExchangeRegistry;
import io.github.gradiospring.client.exchange.ImportGradioExchanges;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of {@link GradioExchange}
 * interfaces: those in the application's packages are beans, unless the application says
 * by {@link ImportGradioExchanges} which are.
 *
 * @see AutoConfigurationPackages
 */
@AutoConfiguration(after = GradioClientAutoConfiguration.class)
@ConditionalOnClass({ GradioExchange.class, WebClient.class })
@ConditionalOnMissingBean(GradioExchangeRegistry.class)
@Import(PackageExchangesRegistrar.class)
public final class GradioExchangeAutoConfiguration {

}
