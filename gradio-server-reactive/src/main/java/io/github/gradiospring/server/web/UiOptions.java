package io.github.gradiospring.server.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.Resource;

/**
 * Settings of the pages that browsers see.
 *
 * @param enabled whether there are pages
 * @param contentSecurityPolicy the header of this name, where {@code {nonce}} stands for
 * a value that is new for each answer; empty for no header. The frontend works under
 * {@link #STRICT_POLICY}
 * @param description what search engines and previews say of the application, empty for
 * nothing
 * @param favicon the icon of the pages as SVG, PNG or ICO, or {@code null} for that of
 * the frontend
 * @param css style rules of the application, empty for none
 * @param js a JavaScript function that pages call when they are loaded, empty for none. A
 * Content-Security-Policy must allow {@code 'unsafe-eval'} then
 * @param head HTML for the head of the pages, empty for nothing
 * @param footerLinks what the footer links to: {@code "api"}, {@code "gradio"},
 * {@code "settings"}, or objects with {@code label} and {@code url}; {@code null} for
 * what the page model says
 * @param runHistory whether pages keep and show earlier runs
 * @param pwa whether browsers may install the application
 * @param devMode whether open pages draw themselves anew when the application was
 * restarted; for an application at the root alone, as the frontend asks there
 */
public record UiOptions(boolean enabled, String contentSecurityPolicy, String description, @Nullable Resource favicon,
		String css, String js, String head, @Nullable List<JsonNode> footerLinks, boolean runHistory, boolean pwa,
		boolean devMode) {

	/**
	 * A policy under which the frontend works. Scripts come from the application alone,
	 * and none is made of text. Styles need {@code 'unsafe-inline'}, since components set
	 * them as they are shown.
	 */
	public static final String STRICT_POLICY = "default-src 'self'; script-src 'self' 'nonce-{nonce}'; "
			+ "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; "
			+ "font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
			+ "frame-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'";

	public UiOptions {
		footerLinks = (footerLinks != null) ? List.copyOf(footerLinks) : null;
	}

	/**
	 * Starts settings with the defaults.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/** Collects the values of {@link UiOptions}. */
	public static final class Builder {

		private boolean enabled = true;

		private String contentSecurityPolicy = "";

		private String description = "";

		private @Nullable Resource favicon;

		private String css = "";

		private String js = "";

		private String head = "";

		private @Nullable List<JsonNode> footerLinks;

		private boolean runHistory;

		private boolean pwa;

		private boolean devMode;

		private Builder() {
		}

		/** Sets {@link UiOptions#enabled()}; on by default. */
		public Builder enabled(boolean enabled) {
			this.enabled = enabled;
			return this;
		}

		/** Sets {@link UiOptions#contentSecurityPolicy()}; empty by default. */
		public Builder contentSecurityPolicy(String contentSecurityPolicy) {
			this.contentSecurityPolicy = contentSecurityPolicy;
			return this;
		}

		/** Sets {@link UiOptions#description()}; empty by default. */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/** Sets {@link UiOptions#favicon()}; that of the frontend by default. */
		public Builder favicon(@Nullable Resource favicon) {
			this.favicon = favicon;
			return this;
		}

		/** Sets {@link UiOptions#css()}; empty by default. */
		public Builder css(String css) {
			this.css = css;
			return this;
		}

		/** Sets {@link UiOptions#js()}; empty by default. */
		public Builder js(String js) {
			this.js = js;
			return this;
		}

		/** Sets {@link UiOptions#head()}; empty by default. */
		public Builder head(String head) {
			this.head = head;
			return this;
		}

		/** Sets {@link UiOptions#footerLinks()}; those of the page model by default. */
		public Builder footerLinks(@Nullable List<JsonNode> footerLinks) {
			this.footerLinks = footerLinks;
			return this;
		}

		/** Sets {@link UiOptions#runHistory()}; off by default. */
		public Builder runHistory(boolean runHistory) {
			this.runHistory = runHistory;
			return this;
		}

		/** Sets {@link UiOptions#pwa()}; off by default. */
		public Builder pwa(boolean pwa) {
			this.pwa = pwa;
			return this;
		}

		/** Sets {@link UiOptions#devMode()}; off by default. */
		public Builder devMode(boolean devMode) {
			this.devMode = devMode;
			return this;
		}

		/**
		 * Builds the settings.
		 * @return the settings
		 */
		public UiOptions build() {
			return new UiOptions(this.enabled, this.contentSecurityPolicy, this.description, this.favicon, this.css,
					this.js, this.head, this.footerLinks, this.runHistory, this.pwa, this.devMode);
		}

	}

}
