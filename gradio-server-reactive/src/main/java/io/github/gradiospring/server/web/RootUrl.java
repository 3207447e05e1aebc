package io.github.gradiospring.server.web;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.StringUtils;

/**
 * The URL of the application as the client of a request sees it, without a slash at the
 * end. The headers that count are those of PROTOCOL section 11. Where Spring has applied
 * and removed forwarded headers, the URI of the request already tells.
 */
final class RootUrl {

	private final WebOptions options;

	RootUrl(WebOptions options) {
		this.options = options;
	}

	String of(ServerHttpRequest request) {
		if (!this.options.rootUrl().isEmpty()) {
			return this.options.rootUrl();
		}
		return origin(request) + request.getPath().contextPath().value() + this.options.path();
	}

	private static String origin(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		String origin = origin(request.getURI());
		String server = first(headers, "X-Gradio-Server");
		if (server != null) {
			origin = StringUtils.trimTrailingCharacter(server, '/');
		}
		String host = first(headers, "X-Forwarded-Host");
		if (host != null) {
			origin = (origin.startsWith("https:") ? "https://" : "http://") + host;
		}
		boolean secure = "https".equalsIgnoreCase(first(headers, "X-Forwarded-Proto"));
		return (secure && origin.startsWith("http:")) ? "https:" + origin.substring("http:".length()) : origin;
	}

	private static String origin(URI uri) {
		return ((uri.getScheme() != null) ? uri.getScheme() : "http") + "://"
				+ ((uri.getRawAuthority() != null) ? uri.getRawAuthority() : "localhost");
	}

	private static @Nullable String first(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		if (value == null) {
			return null;
		}
		int comma = value.indexOf(',');
		String first = ((comma < 0) ? value : value.substring(0, comma)).strip();
		return first.isEmpty() ? null : first;
	}

}
