package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.config.PageLink;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * Sends the pages: our own document around the official frontend, with the configuration
 * in it. Its links are relative and its script corrects the address of the application,
 * so it works behind any proxy.
 */
final class PageHandler {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final UiOptions options;

	private final RootUrl rootUrl;

	private final EndpointRegistry registry;

	private final @Nullable PageAssets assets;

	private final Supplier<Map<String, Page>> pages;

	private final Supplier<PageTemplate> template;

	PageHandler(WebOptions options, RootUrl rootUrl, EndpointRegistry registry, @Nullable PageAssets assets,
			Supplier<GradioConfig> config) {
		this.options = options.ui();
		this.rootUrl = rootUrl;
		this.registry = registry;
		this.assets = assets;
		this.pages = SingletonSupplier.of(() -> pages(config.get()));
		this.template = SingletonSupplier.of(() -> PageTemplate.load((assets != null) ? "page.html" : "plain.html"));
	}

	private static Map<String, Page> pages(GradioConfig config) {
		Map<String, Page> pages = new LinkedHashMap<>();
		pages.put("", Page.of(config, ""));
		for (PageLink link : config.pages()) {
			pages.putIfAbsent(UriUtils.encodePath(link.path(), StandardCharsets.UTF_8), Page.of(config, link.path()));
		}
		return pages;
	}

	/** Whether there is a page with a path as in a URL, empty for the first one. */
	boolean has(String path) {
		return this.pages.get().containsKey(path);
	}

	/**
	 * Sends a page.
	 * @param request the request
	 * @param path the path of the page, empty for the first one
	 * @param root the way from the address of the request to that of the application,
	 * such as {@code ./}
	 * @return the answer
	 */
	Mono<ServerResponse> page(ServerRequest request, String path, String root) {
		Page page = Objects.requireNonNull(this.pages.get().get(path));
		byte[] random = new byte[18];
		RANDOM.nextBytes(random);
		String nonce = Base64.getUrlEncoder().encodeToString(random);
		return request.exchange()
			.<Principal>getPrincipal()
			.map((principal) -> Optional.of(principal.getName()))
			.defaultIfEmpty(Optional.empty())
			.flatMap((user) -> send(render(request, page, root, nonce, user.orElse(null)), nonce));
	}

	private Mono<ServerResponse> send(String html, String nonce) {
		ServerResponse.BodyBuilder response = ServerResponse.ok()
			.header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
			.header("X-Content-Type-Options", "nosniff")
			.header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		if (!this.options.contentSecurityPolicy().isEmpty()) {
			response.header("Content-Security-Policy", this.options.contentSecurityPolicy().replace("{nonce}", nonce));
		}
		return Responses.body(response, html.getBytes(StandardCharsets.UTF_8));
	}

	private String render(ServerRequest request, Page page, String root, String nonce, @Nullable String user) {
		Map<String, String> values = new HashMap<>();
		values.put("title", HtmlUtils.htmlEscape(page.title()));
		values.put("root", root);
		values.put("nonce", nonce);
		if (this.assets == null) {
			values.put("endpoints", endpoints());
			return this.template.get().render(values);
		}
		String description = HtmlUtils.htmlEscape(this.options.description());
		values.put("description", description.isEmpty() ? "" : """
				<meta name="description" content="%1$s">
				<meta property="og:description" content="%1$s">
				""".formatted(description));
		// The frontend loads its files from where the page seems to be
		values.put("base", root.equals("./") ? "" : "<base href=\"" + root + "\">\n");
		values.put("manifest", page.pwa() ? "<link rel=\"manifest\" href=\"./manifest.json\">\n" : "");
		values.put("colors", page.colors());
		values.put("config", page.config(this.rootUrl.of(request.exchange().getRequest()), user));
		values.put("script", this.assets.script());
		values.put("style-sheet", this.assets.styleSheet());
		values.put("head", page.head(nonce));
		return this.template.get().render(values);
	}

	private String endpoints() {
		String items = this.registry.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.visibility() == ApiVisibility.PUBLIC && endpoint.function() != null)
			.map(PageHandler::item)
			.collect(Collectors.joining());
		return items.isEmpty() ? "<p>There are none.</p>" : "<ul>\n" + items + "</ul>";
	}

	private static String item(Endpoint endpoint) {
		String description = endpoint.description().isEmpty() ? "" : ": " + endpoint.description();
		return "<li><code>/" + HtmlUtils.htmlEscape(endpoint.name()) + "</code>" + HtmlUtils.htmlEscape(description)
				+ "</li>\n";
	}

	/** The way from an address to that of the application, a number of slashes above. */
	static String root(int slashes) {
		return (slashes == 0) ? "./" : "../".repeat(slashes);
	}

	/** The run history is the first page, shown at an address of its own. */
	Mono<ServerResponse> runs(ServerRequest request) {
		return page(request, "", root((int) GradioProtocol.API_PREFIX.chars().filter((c) -> c == '/').count()));
	}

}
