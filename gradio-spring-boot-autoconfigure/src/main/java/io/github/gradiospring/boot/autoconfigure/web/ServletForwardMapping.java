package io.github.gradiospring.boot.autoconfigure.web;

import java.io.IOException;
import java.util.function.Predicate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Lets Spring MVC hand the requests for some paths to another servlet. */
class ServletForwardMapping extends AbstractHandlerMapping {

	private final String servletName;

	private final Predicate<String> paths;

	/**
	 * Creates the mapping.
	 * @param servletName the servlet
	 * @param paths which paths within the application it answers
	 * @param order where the mapping is among those of Spring MVC
	 */
	ServletForwardMapping(String servletName, Predicate<String> paths, int order) {
		this.servletName = servletName;
		this.paths = paths;
		setOrder(order);
	}

	@Override
	protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
		if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
			return null;
		}
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return this.paths.test(path) ? (HttpRequestHandler) this::forward : null;
	}

	private void forward(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		RequestDispatcher dispatcher = request.getServletContext().getNamedDispatcher(this.servletName);
		if (dispatcher == null) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		dispatcher.forward(request, response);
	}

}
