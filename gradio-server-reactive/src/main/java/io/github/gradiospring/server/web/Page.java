package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.config.PageConfig;
import org.jspecify.annotations.Nullable;

/**
 * What one page has in its document, written once.
 *
 * @param title the title
 * @param pwa whether the page may be installed
 * @param colors rules for the time until the theme is loaded
 * @param headHtml what the application adds to the head
 * @param template the configuration
 */
record Page(String title, boolean pwa, String colors, String headHtml, JsonTemplate template) {

	/** A value that cannot end its rule. */
	private static final Pattern COLOR = Pattern.compile("[A-Za-z0-9#(),.%/ -]+");

	private static final Pattern SCRIPT_OR_STYLE = Pattern.compile("<(script|style)(?=[\\s>])",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Takes a page out of the configuration of all. As Gradio does, a page is sent its
	 * own components and functions only.
	 * @param config the configuration
	 * @param path the path of the page, empty for the first one
	 * @return the page
	 */
	static Page of(GradioConfig config, String path) {
		// The document has the head itself, or the frontend would add it once more
		GradioConfig.Builder own = config.toBuilder().currentPage(path).head(null);
		PageConfig page = config.page().get(path);
		if (page != null) {
			Set<Integer> components = new HashSet<>(page.components());
			Set<Integer> dependencies = new HashSet<>(page.dependencies());
			own.components(config.components().stream().filter((one) -> components.contains(one.id())).toList())
				.dependencies(config.dependencies().stream().filter((one) -> dependencies.contains(one.id())).toList())
				.layout(page.layout());
		}
		String title = (config.title() != null) ? config.title() : "Gradio";
		return new Page(title, config.pwa(), colors(config.bodyCss()), (config.head() != null) ? config.head() : "",
				JsonTemplate.of(own.build()));
	}

	private static String colors(Map<String, String> css) {
		return "body { background: %s; color: %s; }%n".formatted(color(css, "body_background_fill", "white"),
				color(css, "body_text_color", "black"))
				+ "@media (prefers-color-scheme: dark) { body { background: %s; color: %s; } }%n".formatted(
						color(css, "body_background_fill_dark", "black"), color(css, "body_text_color_dark", "white"));
	}

	private static String color(Map<String, String> css, String name, String other) {
		String value = css.getOrDefault(name, other);
		return COLOR.matcher(value).matches() ? value : other;
	}

	/** The configuration as a script may hold it: nothing in it ends the script. */
	String config(String root, @Nullable String user) {
		return new String(this.template.render(root, user), StandardCharsets.UTF_8).replace("<", "\\u003c");
	}

	/** What the application adds; its scripts may run under the policy of the page. */
	String head(String nonce) {
		return this.headHtml.isEmpty() ? ""
				: SCRIPT_OR_STYLE.matcher(this.headHtml).replaceAll("<$1 nonce=\"" + nonce + "\"") + "\n";
	}

}
