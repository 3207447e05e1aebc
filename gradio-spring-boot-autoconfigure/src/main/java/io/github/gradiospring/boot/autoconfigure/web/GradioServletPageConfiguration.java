package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.server.web.GradioRoutes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The pages in an application with Spring MVC and no path for ours. A mapping of a
 * servlet would take whole folders and {@code /} away from the application; Spring MVC
 * asks for each path.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DispatcherServlet.class)
class GradioServletPageConfiguration {

	/** Before the controllers of the application: the files have names of their own. */
	@Bean
	@ConditionalOnMissingBean(name = "gradioAssetMapping")
	ServletForwardMapping gradioAssetMapping(GradioRoutes routes, GradioProperties properties) {
		return new ServletForwardMapping(GradioServletAutoConfiguration.SERVLET_NAME,
				(path) -> properties.path().isEmpty() && routes.covers(path), Ordered.HIGHEST_PRECEDENCE + 10);
	}

	/** After the controllers and the welcome page of the application. */
	@Bean
	@ConditionalOnMissingBean(name = "gradioPageMapping")
	ServletForwardMapping gradioPageMapping(GradioRoutes routes, GradioProperties properties,
			ObjectProvider<WebProperties> web, ResourceLoader resources) {
		OwnFiles own = new OwnFiles(web.getIfAvailable(WebProperties::new), resources);
		return new ServletForwardMapping(GradioServletAutoConfiguration.SERVLET_NAME,
				(path) -> properties.path().isEmpty() && !own.test(path) && routes.coversPage(path),
				Ordered.LOWEST_PRECEDENCE - 20);
	}

}
