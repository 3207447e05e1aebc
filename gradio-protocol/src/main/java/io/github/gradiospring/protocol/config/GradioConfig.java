package io.github.gradiospring.protocol.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * The document of <code>/config</code>: what a page and a client need to know of an app.
 * The key order is that of Gradio 6.31.
 *
 * @param version the Gradio release
 * @param apiPrefix the prefix of API routes, empty in early releases
 * @param mode <code>blocks</code>, <code>interface</code>, <code>tabbed_interface</code>,
 * <code>chat_interface</code> or <code>server</code>
 * @param appId a number drawn at start, up to 64 bits without sign
 * @param devMode whether the app reloads on changes
 * @param vibeMode whether the app can be edited by prompts
 * @param analyticsEnabled whether the page reports its use to Gradio
 * @param components the components of all pages, or of the page asked for
 * @param css style sheets as text
 * @param connectHeartbeat whether clients shall open the heartbeat route
 * @param js a script that the page runs: its text, or true
 * @param head HTML for the head of the page
 * @param title the title of the page
 * @param spaceId the Hugging Face Space
 * @param enableQueue always true in current releases
 * @param showError whether the page shows errors
 * @param footerLinks names of links in the footer, or objects
 * @param runHistory whether the page offers the run history
 * @param isColab whether the server runs in a Colab notebook
 * @param maxFileSize the largest upload in bytes
 * @param stylesheets addresses of style sheets
 * @param theme the name of the theme
 * @param protocol the event flow; absent in the days of web sockets
 * @param bodyCss colors that the page needs before its theme is loaded
 * @param fillHeight whether the page is as high as the window
 * @param fillWidth whether the page is as wide as the window
 * @param themeHash changes with the theme
 * @param pwa whether the page can be installed
 * @param pages the navigation bar
 * @param page the pages by path
 * @param mcpServer whether the app is an MCP server
 * @param i18nTranslations texts by language
 * @param dependencies the functions of all pages, or of the page asked for
 * @param layout the tree of all pages, or of the page asked for
 * @param currentPage the page asked for, if any; not written otherwise
 * @param username who is logged in
 * @param root the address of the app without trailing slash; the JavaScript client sends
 * its requests there
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({ "version", "api_prefix", "mode", "app_id", "dev_mode", "vibe_mode", "analytics_enabled",
		"components", "css", "connect_heartbeat", "js", "head", "title", "space_id", "enable_queue", "show_error",
		"footer_links", "run_history", "is_colab", "max_file_size", "stylesheets", "theme", "protocol", "body_css",
		"fill_height", "fill_width", "theme_hash", "pwa", "pages", "page", "mcp_server", "i18n_translations",
		"dependencies", "layout", "current_page", "username", "root" })
@JsonDeserialize(builder = GradioConfig.Builder.class)
public record GradioConfig(String version, String apiPrefix, String mode, @Nullable BigInteger appId, boolean devMode,
		boolean vibeMode, boolean analyticsEnabled, List<ComponentConfig> components, @Nullable String css,
		boolean connectHeartbeat, @Nullable JsonNode js, @Nullable String head, @Nullable String title,
		@Nullable String spaceId, boolean enableQueue, boolean showError, List<JsonNode> footerLinks,
		boolean runHistory, boolean isColab, @Nullable Long maxFileSize, List<String> stylesheets,
		@Nullable String theme, String protocol, Map<String, String> bodyCss, boolean fillHeight, boolean fillWidth,
		@Nullable String themeHash, boolean pwa, List<PageLink> pages, Map<String, PageConfig> page, boolean mcpServer,
		@Nullable JsonNode i18nTranslations, List<DependencyConfig> dependencies, @Nullable LayoutNode layout,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String currentPage, @Nullable String username,
		@Nullable String root) {

	public GradioConfig {
		js = (js == null || js.isNull()) ? null : js;
		i18nTranslations = (i18nTranslations == null || i18nTranslations.isNull()) ? null : i18nTranslations;
		components = List.copyOf(components);
		footerLinks = List.copyOf(footerLinks);
		stylesheets = List.copyOf(stylesheets);
		pages = List.copyOf(pages);
		bodyCss = Collections.unmodifiableMap(new LinkedHashMap<>(bodyCss));
		page = Collections.unmodifiableMap(new LinkedHashMap<>(page));
		dependencies = withIds(dependencies);
	}

	/**
	 * A builder with the values that a client assumes for absent keys.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * A builder with the values of this object.
	 * @return the builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	private static List<DependencyConfig> withIds(List<DependencyConfig> dependencies) {
		List<DependencyConfig> numbered = new ArrayList<>(dependencies.size());
		for (DependencyConfig dependency : dependencies) {
			boolean hasId = dependency.id() != DependencyConfig.UNKNOWN_ID;
			numbered.add(hasId ? dependency : dependency.toBuilder().id(numbered.size()).build());
		}
		return Collections.unmodifiableList(numbered);
	}

	/**
	 * Collects the values of a {@link GradioConfig}.
	 */
	@JsonPOJOBuilder(withPrefix = "")
	@JsonNaming(SnakeCaseStrategy.class)
	public static final class Builder {

		private String version = "";

		private String apiPrefix = "";

		private String mode = "blocks";

		private @Nullable BigInteger appId;

		private boolean devMode;

		private boolean vibeMode;

		private boolean analyticsEnabled;

		private List<ComponentConfig> components = List.of();

		private @Nullable String css;

		private boolean connectHeartbeat = true;

		private @Nullable JsonNode js;

		private @Nullable String head;

		private @Nullable String title = "Gradio";

		private @Nullable String spaceId;

		private boolean enableQueue = true;

		private boolean showError;

		private List<JsonNode> footerLinks = List.of();

		private boolean runHistory;

		private boolean isColab;

		private @Nullable Long maxFileSize;

		private List<String> stylesheets = List.of();

		private @Nullable String theme;

		private String protocol = "ws";

		private Map<String, String> bodyCss = Map.of();

		private boolean fillHeight;

		private boolean fillWidth;

		private @Nullable String themeHash;

		private boolean pwa;

		private List<PageLink> pages = List.of();

		private Map<String, PageConfig> page = Map.of();

		private boolean mcpServer;

		private @Nullable JsonNode i18nTranslations;

		private List<DependencyConfig> dependencies = List.of();

		private @Nullable LayoutNode layout;

		private @Nullable String currentPage;

		private @Nullable String username;

		private @Nullable String root;

		private Builder() {
		}

		private Builder(GradioConfig source) {
			this.version = source.version;
			this.apiPrefix = source.apiPrefix;
			this.mode = source.mode;
			this.appId = source.appId;
			this.devMode = source.devMode;
			this.vibeMode = source.vibeMode;
			this.analyticsEnabled = source.analyticsEnabled;
			this.components = source.components;
			this.css = source.css;
			this.connectHeartbeat = source.connectHeartbeat;
			this.js = source.js;
			this.head = source.head;
			this.title = source.title;
			this.spaceId = source.spaceId;
			this.enableQueue = source.enableQueue;
			this.showError = source.showError;
			this.footerLinks = source.footerLinks;
			this.runHistory = source.runHistory;
			this.isColab = source.isColab;
			this.maxFileSize = source.maxFileSize;
			this.stylesheets = source.stylesheets;
			this.theme = source.theme;
			this.protocol = source.protocol;
			this.bodyCss = source.bodyCss;
			this.fillHeight = source.fillHeight;
			this.fillWidth = source.fillWidth;
			this.themeHash = source.themeHash;
			this.pwa = source.pwa;
			this.pages = source.pages;
			this.page = source.page;
			this.mcpServer = source.mcpServer;
			this.i18nTranslations = source.i18nTranslations;
			this.dependencies = source.dependencies;
			this.layout = source.layout;
			this.currentPage = source.currentPage;
			this.username = source.username;
			this.root = source.root;
		}

		/** Set {@link GradioConfig#version()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder version(String version) {
			this.version = version;
			return this;
		}

		/** Set {@link GradioConfig#apiPrefix()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder apiPrefix(String apiPrefix) {
			this.apiPrefix = apiPrefix;
			return this;
		}

		/** Set {@link GradioConfig#mode()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder mode(String mode) {
			this.mode = mode;
			return this;
		}

		/** Set {@link GradioConfig#appId()}. */
		public Builder appId(@Nullable BigInteger appId) {
			this.appId = appId;
			return this;
		}

		/** Set {@link GradioConfig#devMode()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder devMode(boolean devMode) {
			this.devMode = devMode;
			return this;
		}

		/** Set {@link GradioConfig#vibeMode()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder vibeMode(boolean vibeMode) {
			this.vibeMode = vibeMode;
			return this;
		}

		/** Set {@link GradioConfig#analyticsEnabled()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder analyticsEnabled(boolean analyticsEnabled) {
			this.analyticsEnabled = analyticsEnabled;
			return this;
		}

		/** Set {@link GradioConfig#components()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder components(List<ComponentConfig> components) {
			this.components = components;
			return this;
		}

		/** Set {@link GradioConfig#css()}. */
		public Builder css(@Nullable String css) {
			this.css = css;
			return this;
		}

		/** Set {@link GradioConfig#connectHeartbeat()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder connectHeartbeat(boolean connectHeartbeat) {
			this.connectHeartbeat = connectHeartbeat;
			return this;
		}

		/** Set {@link GradioConfig#js()}. */
		public Builder js(@Nullable JsonNode js) {
			this.js = js;
			return this;
		}

		/** Set {@link GradioConfig#head()}. */
		public Builder head(@Nullable String head) {
			this.head = head;
			return this;
		}

		/** Set {@link GradioConfig#title()}. */
		public Builder title(@Nullable String title) {
			this.title = title;
			return this;
		}

		/** Set {@link GradioConfig#spaceId()}. */
		public Builder spaceId(@Nullable String spaceId) {
			this.spaceId = spaceId;
			return this;
		}

		/** Set {@link GradioConfig#enableQueue()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder enableQueue(boolean enableQueue) {
			this.enableQueue = enableQueue;
			return this;
		}

		/** Set {@link GradioConfig#showError()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder showError(boolean showError) {
			this.showError = showError;
			return this;
		}

		/** Set {@link GradioConfig#footerLinks()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder footerLinks(List<JsonNode> footerLinks) {
			this.footerLinks = footerLinks;
			return this;
		}

		/** Set {@link GradioConfig#runHistory()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder runHistory(boolean runHistory) {
			this.runHistory = runHistory;
			return this;
		}

		/** Set {@link GradioConfig#isColab()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder isColab(boolean isColab) {
			this.isColab = isColab;
			return this;
		}

		/** Set {@link GradioConfig#maxFileSize()}. */
		public Builder maxFileSize(@Nullable Long maxFileSize) {
			this.maxFileSize = maxFileSize;
			return this;
		}

		/** Set {@link GradioConfig#stylesheets()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder stylesheets(List<String> stylesheets) {
			this.stylesheets = stylesheets;
			return this;
		}

		/** Set {@link GradioConfig#theme()}. */
		public Builder theme(@Nullable String theme) {
			this.theme = theme;
			return this;
		}

		/** Set {@link GradioConfig#protocol()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder protocol(String protocol) {
			this.protocol = protocol;
			return this;
		}

		/** Set {@link GradioConfig#bodyCss()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder bodyCss(Map<String, String> bodyCss) {
			this.bodyCss = bodyCss;
			return this;
		}

		/** Set {@link GradioConfig#fillHeight()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder fillHeight(boolean fillHeight) {
			this.fillHeight = fillHeight;
			return this;
		}

		/** Set {@link GradioConfig#fillWidth()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder fillWidth(boolean fillWidth) {
			this.fillWidth = fillWidth;
			return this;
		}

		/** Set {@link GradioConfig#themeHash()}. */
		public Builder themeHash(@Nullable String themeHash) {
			this.themeHash = themeHash;
			return this;
		}

		/** Set {@link GradioConfig#pwa()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder pwa(boolean pwa) {
			this.pwa = pwa;
			return this;
		}

		/** Set {@link GradioConfig#pages()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder pages(List<PageLink> pages) {
			this.pages = pages;
			return this;
		}

		/** Set {@link GradioConfig#page()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder page(Map<String, PageConfig> page) {
			this.page = page;
			return this;
		}

		/** Set {@link GradioConfig#mcpServer()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder mcpServer(boolean mcpServer) {
			this.mcpServer = mcpServer;
			return this;
		}

		/** Set {@link GradioConfig#i18nTranslations()}. */
		public Builder i18nTranslations(@Nullable JsonNode i18nTranslations) {
			this.i18nTranslations = i18nTranslations;
			return this;
		}

		/** Set {@link GradioConfig#dependencies()}. */
		@JsonSetter(nulls = Nulls.SKIP)
		public Builder dependencies(List<DependencyConfig> dependencies) {
			this.dependencies = dependencies;
			return this;
		}

		/** Set {@link GradioConfig#layout()}. */
		public Builder layout(@Nullable LayoutNode layout) {
			this.layout = layout;
			return this;
		}

		/** Set {@link GradioConfig#currentPage()}. */
		public Builder currentPage(@Nullable String currentPage) {
			this.currentPage = currentPage;
			return this;
		}

		/** Set {@link GradioConfig#username()}. */
		public Builder username(@Nullable String username) {
			this.username = username;
			return this;
		}

		/** Set {@link GradioConfig#root()}. */
		public Builder root(@Nullable String root) {
			this.root = root;
			return this;
		}

		/**
		 * Build the object.
		 * @return the object
		 */
		public GradioConfig build() {
			return new GradioConfig(this.version, this.apiPrefix, this.mode, this.appId, this.devMode, this.vibeMode,
					this.analyticsEnabled, this.components, this.css, this.connectHeartbeat, this.js, this.head,
					this.title, this.spaceId, this.enableQueue, this.showError, this.footerLinks, this.runHistory,
					this.isColab, this.maxFileSize, this.stylesheets, this.theme, this.protocol, this.bodyCss,
					this.fillHeight, this.fillWidth, this.themeHash, this.pwa, this.pages, this.page, this.mcpServer,
					this.i18nTranslations, this.dependencies, this.layout, this.currentPage, this.username, this.root);
		}

	}

}
