package io.github.gradiospring.server.web;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.RequestPath;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The routes that browsers see: pages, icons, the manifest. They have names that an
 * application may want for itself, so they answer {@code GET} and {@code HEAD} only, and
 * are asked after the routes of the application.
 */
final class PageRoutes implements RouterFunction<ServerResponse> {

	private final String base;

	private final PageHandler pages;

	private final IconHandler icons;

	PageRoutes(WebOptions options, PageHandler pages, IconHandler icons) {
		this.base = options.path();
		this.pages = pages;
		this.icons = icons;
	}

	@Override
	public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
		if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
			return Mono.empty();
		}
		String path = request.requestPath().pathWithinApplication().value();
		HandlerFunction<ServerResponse> handler = handler(path);
		if (handler == null) {
			return Mono.empty();
		}
		request.attributes()
			.put(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, PathPatternParser.defaultInstance.parse(path));
		return Mono.just(ErrorAnswers.guard(handler));
	}

	/** Whether a path within the application is that of a page or belongs to one. */
	boolean covers(String path) {
		return handler(path) != null;
	}

	private @Nullable HandlerFunction<ServerResponse> handler(String path) {
		if (path.equals(this.base)) {
			return PageRoutes::addSlash;
		}
		if (!path.startsWith(this.base + "/")) {
			return null;
		}
		String rest = path.substring(this.base.length() + 1);
		return switch (rest) {
			case "favicon.ico", "pwa_icon" -> this.icons.hasIcon() ? this.icons::icon : null;
			case "manifest.json" -> this.icons::manifest;
			default -> page(rest);
		};
	}

	private @Nullable HandlerFunction<ServerResponse> page(String rest) {
		String name = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
		if (!this.pages.has(name)) {
			return null;
		}
		String root = PageHandler.root((int) rest.chars().filter((c) -> c == '/').count());
		return (request) -> this.pages.page(request, name, root);
	}

	/** The links of a page are relative to an address that ends with a slash. */
	private static Mono<ServerResponse> addSlash(ServerRequest request) {
		RequestPath path = request.requestPath();
		String query = request.uri().getRawQuery();
		return ServerResponse.status(HttpStatus.TEMPORARY_REDIRECT)
			.header(HttpHeaders.LOCATION, path.value() + "/" + ((query != null) ? "?" + query : ""))
			.build();
	}

}
