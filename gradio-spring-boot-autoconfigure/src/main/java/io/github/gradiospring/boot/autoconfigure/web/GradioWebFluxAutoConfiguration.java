package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.boot.autoconfigure.server.GradioSessionAutoConfiguration;
import io.github.gradiospring.server.web.GradioRoutes;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the routes in a reactive web
 * application.
 */
@AutoConfiguration(after = GradioSessionAutoConfiguration.class,
		afterName = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration")
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(GradioRoutes.class)
@EnableConfigurationProperties(GradioProperties.class)
@Import(GradioRoutesConfiguration.class)
public final class GradioWebFluxAutoConfiguration {

	@Bean
	@Order(0)
	@ConditionalOnMissingBean(name = "gradioRouterFunction")
	RouterFunction<ServerResponse> gradioRouterFunction(GradioRoutes routes) {
		return routes.routerFunction();
	}

	/** Before security, since a preflight request has no credentials. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	@ConditionalOnMissingBean(name = "gradioCorsFilter")
	WebFilter gradioCorsFilter(GradioRoutes routes) {
		return routes.corsFilter();
	}

}
