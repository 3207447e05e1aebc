package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.boot.autoconfigure.server.GradioSessionAutoConfiguration;
import io.github.gradiospring.server.web.GradioRoutes;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
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

	/** Before static resources, whose mapping answers every path. */
	static final int PAGE_ORDER = Ordered.LOWEST_PRECEDENCE - 20;

	@Bean
	@Order(0)
	@ConditionalOnMissingBean(name = "gradioRouterFunction")
	RouterFunction<ServerResponse> gradioRouterFunction(GradioRoutes routes) {
		return routes.routerFunction();
	}

	/**
	 * After the controllers, the welcome page and the router functions of the
	 * application, which may have the same paths.
	 */
	@Bean
	@ConditionalOnMissingBean(name = "gradioPageMapping")
	RouterFunctionMapping gradioPageMapping(GradioRoutes routes, ServerCodecConfigurer codecs,
			ObjectProvider<WebProperties> properties, ResourceLoader resources) {
		OwnFiles own = new OwnFiles(properties.getIfAvailable(WebProperties::new), resources);
		RouterFunction<ServerResponse> pages = routes.pageRouterFunction();
		RouterFunctionMapping mapping = new RouterFunctionMapping(
				(request) -> own.test(request.requestPath().pathWithinApplication().value()) ? Mono.empty()
						: pages.route(request));
		mapping.setMessageReaders(codecs.getReaders());
		mapping.setOrder(PAGE_ORDER);
		return mapping;
	}

	/** Before security, since a preflight request has no credentials. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	@ConditionalOnMissingBean(name = "gradioCorsFilter")
	WebFilter gradioCorsFilter(GradioRoutes routes) {
		return routes.corsFilter();
	}

}
