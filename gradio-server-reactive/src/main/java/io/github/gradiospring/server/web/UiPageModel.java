package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.page.PageModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

import org.springframework.util.DigestUtils;

/** Adds to a page model what the settings say of the look. */
final class UiPageModel implements PageModel {

	private final PageModel model;

	private final UiOptions options;

	UiPageModel(PageModel model, UiOptions options) {
		this.model = model;
		this.options = options;
	}

	@Override
	public List<Endpoint> endpoints(List<Endpoint> declared) {
		return this.model.endpoints(declared);
	}

	@Override
	public String themeCss() {
		return this.model.themeCss();
	}

	@Override
	public void render(EndpointRegistry registry, GradioConfig.Builder config) {
		this.model.render(registry, config);
		GradioConfig rendered = config.build();
		config.css(join(rendered.css(), this.options.css()))
			.head(join(rendered.head(), this.options.head()))
			.runHistory(rendered.runHistory() || this.options.runHistory())
			.pwa(rendered.pwa() || this.options.pwa())
			.devMode(this.options.devMode())
			.themeHash(hash(themeCss()));
		if (!this.options.js().isEmpty()) {
			config.js(StringNode.valueOf(this.options.js()));
		}
		if (this.options.footerLinks() != null) {
			config.footerLinks(this.options.footerLinks());
		}
	}

	/** Changes with the style sheet, which browsers keep. */
	static String hash(String css) {
		return DigestUtils.md5DigestAsHex(css.getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable String join(@Nullable String first, String second) {
		if (second.isEmpty()) {
			return first;
		}
		return (first != null && !first.isEmpty()) ? first + "\n" + second : second;
	}

}
