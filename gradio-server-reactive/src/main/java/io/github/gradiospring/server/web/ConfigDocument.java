package io.github.gradiospring.server.web;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.page.PageModel;
import tools.jackson.databind.node.StringNode;

/**
 * Builds {@code /config} (PROTOCOL section 2): what the server knows of itself; the page
 * adds what is shown.
 */
final class ConfigDocument {

	private static final Map<String, String> BODY_CSS = Map.of("body_background_fill", "white", "body_text_color",
			"#27272a", "body_background_fill_dark", "#0f0f11", "body_text_color_dark", "#f4f4f5");

	private ConfigDocument() {
	}

	/**
	 * Builds the document, with the marks of {@link JsonTemplate}.
	 * @param options the settings
	 * @param registry the endpoints
	 * @param page what the page shows
	 * @param appId the id of this run of the application
	 * @param sessionListeners whether the application wants to know when sessions end
	 * @return the document
	 */
	static GradioConfig build(WebOptions options, EndpointRegistry registry, PageModel page, int appId,
			boolean sessionListeners) {
		List<Endpoint> endpoints = registry.endpoints();
		GradioConfig.Builder config = GradioConfig.builder()
			.version(GradioProtocol.GRADIO_VERSION)
			.apiPrefix(GradioProtocol.API_PREFIX)
			.protocol(GradioProtocol.PROTOCOL)
			.mode(options.mode())
			.appId(BigInteger.valueOf(appId))
			.title(options.title())
			.showError(options.showErrors())
			.connectHeartbeat(sessionListeners || endpoints.stream().anyMatch(ConfigDocument::needsHeartbeat))
			.maxFileSize((options.maxFileSize() > 0) ? options.maxFileSize() : null)
			.footerLinks(
					List.of(StringNode.valueOf("api"), StringNode.valueOf("gradio"), StringNode.valueOf("settings")))
			.theme("default")
			.bodyCss(BODY_CSS)
			.username(JsonTemplate.USER)
			.root(JsonTemplate.ROOT);
		page.render(registry, config);
		return config.build();
	}

	private static boolean needsHeartbeat(Endpoint endpoint) {
		CachePolicy cache = endpoint.cache();
		return !endpoint.states().isEmpty() || endpoint.chunkedInput() || (cache != null && cache.perSession());
	}

}
