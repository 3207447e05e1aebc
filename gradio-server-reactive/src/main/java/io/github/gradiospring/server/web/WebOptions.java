package io.github.gradiospring.server.web;

import java.time.Duration;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Settings of the routes.
 *
 * @param path where the application is below the context path, such as {@code /app};
 * empty for the root
 * @param rootUrl the URL of the application as its clients see it, when the request does
 * not tell; empty otherwise
 * @param title the title of the application
 * @param showErrors whether callers see the messages of all exceptions
 * @param mode the mode that clients are told, {@code blocks} or {@code server}
 * @param heartbeatInterval how long a stream may be silent
 * @param maxFileSize bytes of an upload that clients are told, 0 for no limit
 * @param maxBodySize bytes of a request other than an upload
 * @param monitoring whether the monitoring routes answer
 * @param apiOpen whether queued endpoints may be called without the queue
 * @param strictCors whether the origin {@code null} may not call an application on a
 * local host
 * @param ui what browsers see
 */
public record WebOptions(String path, String rootUrl, String title, boolean showErrors, String mode,
		Duration heartbeatInterval, long maxFileSize, int maxBodySize, boolean monitoring, boolean apiOpen,
		boolean strictCors, UiOptions ui) {

	public WebOptions {
		path = StringUtils.trimTrailingCharacter(path, '/');
		path = (path.isEmpty() || path.startsWith("/")) ? path : "/" + path;
		rootUrl = StringUtils.trimTrailingCharacter(rootUrl, '/');
		Assert.hasText(mode, "The mode must not be empty");
		Assert.isTrue(heartbeatInterval.toMillis() > 0, "The heartbeat interval must be positive");
		Assert.isTrue(maxBodySize > 0, "The maximum size of a body must be positive");
	}

	/**
	 * Starts settings with the defaults.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/** Collects the values of {@link WebOptions}. */
	public static final class Builder {

		private String path = "";

		private String rootUrl = "";

		private String title = "Gradio";

		private boolean showErrors;

		private String mode = "blocks";

		private Duration heartbeatInterval = Duration.ofSeconds(15);

		private long maxFileSize;

		private int maxBodySize = 32 * 1024 * 1024;

		private boolean monitoring = true;

		private boolean apiOpen = true;

		private boolean strictCors = true;

		private UiOptions ui = UiOptions.builder().build();

		private Builder() {
		}

		/** Sets {@link WebOptions#path()}; empty by default. */
		public Builder path(String path) {
			this.path = path;
			return this;
		}

		/** Sets {@link WebOptions#rootUrl()}; empty by default. */
		public Builder rootUrl(String rootUrl) {
			this.rootUrl = rootUrl;
			return this;
		}

		/** Sets {@link WebOptions#title()}; {@code Gradio} by default. */
		public Builder title(String title) {
			this.title = title;
			return this;
		}

		/** Sets {@link WebOptions#showErrors()}; off by default. */
		public Builder showErrors(boolean showErrors) {
			this.showErrors = showErrors;
			return this;
		}

		/** Sets {@link WebOptions#mode()}; {@code blocks} by default. */
		public Builder mode(String mode) {
			this.mode = mode;
			return this;
		}

		/** Sets {@link WebOptions#heartbeatInterval()}; 15 seconds by default. */
		public Builder heartbeatInterval(Duration heartbeatInterval) {
			this.heartbeatInterval = heartbeatInterval;
			return this;
		}

		/** Sets {@link WebOptions#maxFileSize()}; 0 by default. */
		public Builder maxFileSize(long maxFileSize) {
			this.maxFileSize = maxFileSize;
			return this;
		}

		/** Sets {@link WebOptions#maxBodySize()}; 32 MiB by default. */
		public Builder maxBodySize(int maxBodySize) {
			this.maxBodySize = maxBodySize;
			return this;
		}

		/** Sets {@link WebOptions#monitoring()}; on by default. */
		public Builder monitoring(boolean monitoring) {
			this.monitoring = monitoring;
			return this;
		}

		/** Sets {@link WebOptions#apiOpen()}; on by default. */
		public Builder apiOpen(boolean apiOpen) {
			this.apiOpen = apiOpen;
			return this;
		}

		/** Sets {@link WebOptions#strictCors()}; on by default. */
		public Builder strictCors(boolean strictCors) {
			this.strictCors = strictCors;
			return this;
		}

		/** Sets {@link WebOptions#ui()}; the defaults of {@link UiOptions} by default. */
		public Builder ui(UiOptions ui) {
			this.ui = ui;
			return this;
		}

		/**
		 * Builds the settings.
		 * @return the settings
		 * @throws IllegalArgumentException when a value makes no sense
		 */
		public WebOptions build() {
			return new WebOptions(this.path, this.rootUrl, this.title, this.showErrors, this.mode,
					this.heartbeatInterval, this.maxFileSize, this.maxBodySize, this.monitoring, this.apiOpen,
					this.strictCors, this.ui);
		}

	}

}
