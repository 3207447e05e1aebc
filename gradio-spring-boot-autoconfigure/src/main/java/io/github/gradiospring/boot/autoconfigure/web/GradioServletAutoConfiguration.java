package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.boot.autoconfigure.server.GradioSessionAutoConfiguration;
import io.github.gradiospring.server.web.GradioRoutes;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the routes in a servlet web
 * application: the reactive routes are a servlet of their own, beside that of Spring MVC.
 */
@AutoConfiguration(after = GradioSessionAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ GradioRoutes.class, Servlet.class })
@EnableConfigurationProperties(GradioProperties.class)
@Import({ GradioRoutesConfiguration.class, GradioServletPageConfiguration.class })
@ImportRuntimeHints(GradioServletAutoConfiguration.RouterServletHints.class)
public final class GradioServletAutoConfiguration {

	static final String SERVLET_NAME = "gradioServlet";

	@Bean
	@ConditionalOnMissingBean(name = SERVLET_NAME)
	ServletRegistrationBean<Servlet> gradioServlet(GradioRoutes routes, GradioProperties properties) {
		HandlerStrategies strategies = HandlerStrategies.builder()
			.webFilter(routes.corsFilter())
			.webFilter(new ServletPrincipalFilter())
			.build();
		HttpHandler handler = RouterFunctions.toHttpHandler(routes.routerFunction().and(routes.pageRouterFunction()),
				strategies);
		ServletRegistrationBean<Servlet> registration = new ServletRegistrationBean<>(new RouterServlet(handler));
		registration.setName(SERVLET_NAME);
		registration.setUrlMappings(ServletPaths.mappings(properties.path()));
		registration.setAsyncSupported(true);
		return registration;
	}

	/** For the answers that {@link RouterServlet} gives in place of the container. */
	static class RouterServletHints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.proxies().registerJdkProxy(ServletContext.class);
			hints.proxies().registerJdkProxy(ServletRegistration.class);
		}

	}

}
