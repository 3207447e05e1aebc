package io.github.gradiospring.server.web;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Says which web pages may call the routes (PROTOCOL section 14): an application on a
 * local host trusts pages of local hosts only, any other application trusts all. A filter
 * rather than part of the router, since Spring answers preflight requests before a router
 * function sees them.
 */
final class CorsFilter implements WebFilter {

	private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "0.0.0.0");

	private final Predicate<String> covers;

	private final boolean strict;

	/**
	 * Creates the filter.
	 * @param covers whether a path within the application belongs to the routes
	 * @param strict whether the origin {@code null} counts as not local
	 */
	CorsFilter(Predicate<String> covers, boolean strict) {
		this.covers = covers;
		this.strict = strict;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		String origin = request.getHeaders().getOrigin();
		if (origin == null || !this.covers.test(request.getPath().pathWithinApplication().value())) {
			return chain.filter(exchange);
		}
		boolean allowed = isAllowed(request, origin);
		String method = request.getHeaders().getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
		if (method != null && request.getMethod() == HttpMethod.OPTIONS) {
			return preflight(request, exchange.getResponse(), allowed ? origin : null);
		}
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.setAccessControlAllowCredentials(true);
		if (allowed) {
			headers.setAccessControlAllowOrigin(origin);
			headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		}
		return chain.filter(exchange);
	}

	private boolean isAllowed(ServerHttpRequest request, String origin) {
		if (!LOCAL_HOSTS.contains(hostOf(request))) {
			return true;
		}
		if (origin.equals("null")) {
			return !this.strict;
		}
		String host = hostOf(origin);
		return host != null && LOCAL_HOSTS.contains(host);
	}

	private static String hostOf(ServerHttpRequest request) {
		InetSocketAddress host = request.getHeaders().getHost();
		String name = (host != null) ? host.getHostString() : request.getURI().getHost();
		return (name != null) ? name : "";
	}

	private static @Nullable String hostOf(String origin) {
		try {
			return URI.create(origin).getHost();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static Mono<Void> preflight(ServerHttpRequest request, ServerHttpResponse response,
			@Nullable String origin) {
		response.setStatusCode(HttpStatus.OK);
		HttpHeaders headers = response.getHeaders();
		headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
		headers.setAccessControlMaxAge(600);
		headers.setAccessControlAllowCredentials(true);
		if (origin != null) {
			headers.setAccessControlAllowOrigin(origin);
			headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		}
		String requested = request.getHeaders().getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
		if (requested != null) {
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, requested);
		}
		headers.set(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
		byte[] body = "OK".getBytes(StandardCharsets.US_ASCII);
		headers.setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
