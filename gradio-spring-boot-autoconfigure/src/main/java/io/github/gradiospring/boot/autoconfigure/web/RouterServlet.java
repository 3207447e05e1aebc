package io.github.gradiospring.boot.autoconfigure.web;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Enumeration;
import java.util.Set;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServletHttpHandlerAdapter;

/**
 * Serves reactive routes in a servlet container under any number of mappings. The adapter
 * itself takes one mapping, whose prefix it hides from the routes; here the routes see
 * the path below the context path whatever the mapping.
 */
class RouterServlet extends ServletHttpHandlerAdapter {

	RouterServlet(HttpHandler httpHandler) {
		super(httpHandler);
	}

	@Override
	public void init(ServletConfig config) {
		super.init(new RootMappedConfig(config));
	}

	/** What the servlet would be told if it had the one mapping {@code /}. */
	private record RootMappedConfig(ServletConfig config) implements ServletConfig {

		@Override
		public String getServletName() {
			return this.config.getServletName();
		}

		@Override
		public ServletContext getServletContext() {
			ServletRegistration registration = answering(ServletRegistration.class, "getMappings", Set.of("/"));
			return answering(ServletContext.class, "getServletRegistration", registration);
		}

		@Override
		public String getInitParameter(String name) {
			return this.config.getInitParameter(name);
		}

		@Override
		public Enumeration<String> getInitParameterNames() {
			return this.config.getInitParameterNames();
		}

		private static <T> T answering(Class<T> type, String method, Object answer) {
			InvocationHandler handler = (proxy, invoked, arguments) -> {
				if (invoked.getName().equals(method)) {
					return answer;
				}
				throw new UnsupportedOperationException(invoked.getName());
			};
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
		}

	}

}
