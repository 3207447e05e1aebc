package io.github.gradiospring.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The routes by path: most are one look-up away, which a chain of predicates is not. It
 * answers 405 for other methods and 404 for unknown paths below the API prefix; any other
 * path is left to the application.
 */
final class RouteTable implements RouterFunction<ServerResponse> {

	private final String apiPrefix;

	private final Map<String, Path> fixed;

	private final List<Path> variable;

	private final RootUrl rootUrl;

	private RouteTable(Builder builder) {
		this.apiPrefix = builder.apiPrefix;
		this.fixed = Map.copyOf(builder.fixed);
		this.variable = List.copyOf(builder.variable.values());
		this.rootUrl = builder.rootUrl;
	}

	@Override
	public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
		String path = request.requestPath().pathWithinApplication().value();
		Path found = find(path, request.method());
		if (found != null) {
			found.describe(request, path);
			HandlerFunction<ServerResponse> handler = found.handlers().get(request.method());
			return Mono.just((handler != null) ? handler : found::methodNotAllowed);
		}
		if (!isApi(path)) {
			return Mono.empty();
		}
		String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
		return Mono.just(this.fixed.containsKey(other) ? (req) -> redirect(req, other) : (req) -> Responses.notFound());
	}

	/** Whether a path within the application is answered here. */
	boolean covers(String path) {
		return isApi(path) || find(path, HttpMethod.GET) != null;
	}

	private boolean isApi(String path) {
		return path.startsWith(this.apiPrefix)
				&& (path.length() == this.apiPrefix.length() || path.charAt(this.apiPrefix.length()) == '/');
	}

	/** Several variable paths may match; the one that has the method is meant. */
	private @Nullable Path find(String path, HttpMethod method) {
		Path found = this.fixed.get(path);
		if (found != null) {
			return found;
		}
		for (Path candidate : this.variable) {
			if (candidate.matches(path)) {
				if (candidate.handlers().containsKey(method)) {
					return candidate;
				}
				found = (found != null) ? found : candidate;
			}
		}
		return found;
	}

	private Mono<ServerResponse> redirect(ServerRequest request, String path) {
		// The root already has the path of the application
		String root = this.rootUrl.of(request.exchange().getRequest());
		String query = request.uri().getRawQuery();
		String location = root + path.substring(path.indexOf(GradioProtocol.API_PREFIX))
				+ ((query != null) ? "?" + query : "");
		return ServerResponse.status(HttpStatus.TEMPORARY_REDIRECT).header(HttpHeaders.LOCATION, location).build();
	}

	@Override
	public void accept(RouterFunctions.Visitor visitor) {
		new TreeMap<>(this.fixed).values().forEach((path) -> path.accept(visitor));
		this.variable.forEach((path) -> path.accept(visitor));
	}

	/**
	 * A path and what its methods do.
	 *
	 * @param pattern the path, for matching and for metrics
	 * @param prefix what the path begins with when the rest may hold slashes, which the
	 * handler then finds in the attribute {@link #REST}
	 * @param rests which rests there are after a prefix
	 * @param handlers what to do by method
	 */
	record Path(PathPattern pattern, @Nullable String prefix, Predicate<String> rests,
			Map<HttpMethod, HandlerFunction<ServerResponse>> handlers) {

		static final String REST = RouteTable.class.getName() + ".rest";

		boolean matches(String path) {
			if (this.prefix != null) {
				return path.startsWith(this.prefix) && this.rests.test(path.substring(this.prefix.length()));
			}
			return this.pattern.matches(PathContainer.parsePath(path));
		}

		/** Leaves what handlers and metrics look for, as Spring's router does. */
		void describe(ServerRequest request, String path) {
			Map<String, Object> attributes = request.attributes();
			attributes.put(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, this.pattern);
			if (this.prefix != null) {
				attributes.put(REST, path.substring(this.prefix.length()));
			}
			else if (this.pattern.hasPatternSyntax()) {
				PathPattern.PathMatchInfo match = this.pattern.matchAndExtract(PathContainer.parsePath(path));
				attributes.put(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
						(match != null) ? match.getUriVariables() : Map.of());
			}
		}

		Mono<ServerResponse> methodNotAllowed(ServerRequest request) {
			String allow = this.handlers.keySet()
				.stream()
				.map(HttpMethod::name)
				.sorted()
				.collect(Collectors.joining(", "));
			return Responses.json(HttpStatus.METHOD_NOT_ALLOWED, new Responses.Detail("Method Not Allowed"),
					(headers) -> headers.set(HttpHeaders.ALLOW, allow));
		}

		void accept(RouterFunctions.Visitor visitor) {
			this.handlers.forEach((method, handler) -> visitor.route(
					RequestPredicates.method(method).and(RequestPredicates.path(this.pattern.getPatternString())),
					handler));
		}

	}

	/** Collects routes. Paths are relative to where the application is. */
	static final class Builder {

		private final String base;

		private final String apiPrefix;

		private final RootUrl rootUrl;

		private final Map<String, Path> fixed = new LinkedHashMap<>();

		private final Map<String, Path> variable = new LinkedHashMap<>();

		Builder(String base, String apiPrefix, RootUrl rootUrl) {
			this.base = base;
			this.apiPrefix = base + apiPrefix;
			this.rootUrl = rootUrl;
		}

		/** Adds a route to a path, which may have variables such as <code>{id}</code>. */
		Builder add(HttpMethod method, String path, HandlerFunction<ServerResponse> handler) {
			String full = this.base + path;
			Map<String, Path> paths = path.contains("{") ? this.variable : this.fixed;
			paths.computeIfAbsent(full, (key) -> new Path(parse(key), null, (rest) -> false, new LinkedHashMap<>()))
				.handlers()
				.put(method, handler);
			return this;
		}

		/** Adds a route to all paths with a prefix. */
		Builder addPrefix(HttpMethod method, String prefix, HandlerFunction<ServerResponse> handler) {
			return addPrefix(method, prefix, "{path}", (rest) -> true, handler);
		}

		/**
		 * Adds a route to those paths with a prefix that have a known rest. Others are
		 * left to the application.
		 */
		Builder addKnown(HttpMethod method, String prefix, Predicate<String> rests,
				HandlerFunction<ServerResponse> handler) {
			return addPrefix(method, prefix, "{*path}", rests, handler);
		}

		private Builder addPrefix(HttpMethod method, String prefix, String variable, Predicate<String> rests,
				HandlerFunction<ServerResponse> handler) {
			String full = this.base + prefix;
			this.variable
				.computeIfAbsent(full,
						(key) -> new Path(
								parse(StringUtils.trimTrailingCharacter(key, '/')
										+ (variable.startsWith("{*") ? "/" : "") + variable),
								key, rests, new LinkedHashMap<>()))
				.handlers()
				.put(method, handler);
			return this;
		}

		RouteTable build() {
			return new RouteTable(this);
		}

		private static PathPattern parse(String path) {
			return PathPatternParser.defaultInstance.parse(path);
		}

	}

}
