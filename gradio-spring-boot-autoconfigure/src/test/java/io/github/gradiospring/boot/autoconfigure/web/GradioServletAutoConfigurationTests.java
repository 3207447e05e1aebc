package io.github.gradiospring.boot.autoconfigure.web;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.boot.autoconfigure.TextTools;
import io.github.gradiospring.boot.autoconfigure.server.ServerAutoConfigurations;
import io.github.gradiospring.server.web.GradioRoutes;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GradioServletAutoConfiguration}.
 */
class GradioServletAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GradioServletAutoConfiguration.class))
		.withConfiguration(ServerAutoConfigurations.all())
		.withBean(TextTools.class);

	@Test
	void mapsNothingButOurRoutes() {
		this.runner.run((context) -> {
			ServletRegistrationBean<?> registration = context.getBean(ServletRegistrationBean.class);
			assertThat(registration.getServlet()).isInstanceOf(RouterServlet.class);
			assertThat(registration.getServletName()).isEqualTo("gradioServlet");
			assertThat(registration.isAsyncSupported()).isTrue();
			assertThat(registration.getUrlMappings()).containsExactly("/config", "/config/", "/gradio_api/*",
					"/monitoring/*");
		});
	}

	@Test
	void mapsThePathWhenThereIsOne() {
		this.runner.withPropertyValues("gradio.path=/demo").run((context) -> {
			ServletRegistrationBean<?> registration = context.getBean(ServletRegistrationBean.class);
			assertThat(registration.getUrlMappings()).containsExactly("/demo/*");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/demo" })
	void mapsEveryRouteButThoseOfThePages(String path) {
		this.runner.withPropertyValues("gradio.path=" + path, "gradio.ui.enabled=false").run((context) -> {
			List<String> patterns = patterns(context.getBean(GradioRoutes.class));
			assertThat(patterns).hasSizeGreaterThan(20)
				.allSatisfy((pattern) -> assertThat(ServletPaths.mappings(path))
					.anySatisfy((mapping) -> assertThat(matches(mapping, pattern)).isTrue()));
		});
	}

	@Test
	void backsOff() {
		ServletRegistrationBean<Servlet> own = new ServletRegistrationBean<>(new HttpServlet() {
		}, "/own");
		this.runner.withBean("gradioServlet", ServletRegistrationBean.class, () -> own)
			.run((context) -> assertThat(context.getBean(ServletRegistrationBean.class)).isSameAs(own));
	}

	@Test
	void needsAServletApplication() {
		new ApplicationContextRunner().withConfiguration(ServerAutoConfigurations.all())
			.withConfiguration(AutoConfigurations.of(GradioServletAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GradioRoutes.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(ServerAutoConfigurations.all())
			.withConfiguration(AutoConfigurations.of(GradioServletAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GradioRoutes.class));
	}

	@Test
	void needsAServer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ServletRegistrationBean.class));
	}

	@Test
	void worksInANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		new GradioServletAutoConfiguration.RouterServletHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(ServletContext.class)).accepts(hints);
	}

	private static List<String> patterns(GradioRoutes routes) {
		List<String> patterns = new ArrayList<>();
		RouterFunctions.Visitor visitor = mock(RouterFunctions.Visitor.class);
		willAnswer((route) -> patterns.add(path(route.getArgument(0)))).given(visitor).route(any(), any());
		routes.routerFunction().accept(visitor);
		return patterns;
	}

	/** A predicate reads {@code (GET && /path)}. */
	private static String path(RequestPredicate predicate) {
		String text = predicate.toString();
		return text.substring(text.indexOf('/'), text.length() - 1);
	}

	private static boolean matches(String mapping, String pattern) {
		return mapping.endsWith("/*") ? (pattern + "/").startsWith(mapping.substring(0, mapping.length() - 1))
				: pattern.equals(mapping);
	}

}
