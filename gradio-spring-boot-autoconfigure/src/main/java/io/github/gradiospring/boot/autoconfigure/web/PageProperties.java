package io.github.gradiospring.boot.autoconfigure.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.server.web.UiOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/** Turns the properties of the pages into their settings. */
final class PageProperties {

	private static final String DEV_TOOLS = "org.springframework.boot.devtools.restart.Restarter";

	private PageProperties() {
	}

	static UiOptions options(GradioProperties.Ui properties) {
		String policy = properties.contentSecurityPolicy();
		return UiOptions.builder()
			.enabled(properties.enabled())
			.contentSecurityPolicy(policy.equalsIgnoreCase("strict") ? UiOptions.STRICT_POLICY : policy)
			.description(properties.description())
			.favicon(properties.favicon())
			.css(text(properties.css()))
			.js(text(properties.js()))
			.head(text(properties.head()))
			.footerLinks(footerLinks(properties))
			.runHistory(properties.runHistory())
			.pwa(properties.pwa())
			// a restart of Spring Boot's DevTools then shows in the open page
			.devMode(ClassUtils.isPresent(DEV_TOOLS, null))
			.build();
	}

	private static String text(@Nullable Resource resource) {
		try {
			return (resource != null) ? resource.getContentAsString(StandardCharsets.UTF_8).strip() : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable List<JsonNode> footerLinks(GradioProperties.Ui properties) {
		if (properties.footerLinks() == null && properties.links().isEmpty()) {
			return null;
		}
		JsonNodeFactory json = JsonNodeFactory.instance;
		List<JsonNode> links = new ArrayList<>();
		List<String> names = (properties.footerLinks() != null) ? properties.footerLinks()
				: List.of("api", "gradio", "settings");
		names.forEach((name) -> links.add(json.stringNode(name)));
		properties.links().forEach((label, url) -> links.add(json.objectNode().put("label", label).put("url", url)));
		return links;
	}

}
