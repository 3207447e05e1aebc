package io.github.gradiospring.boot.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * Properties of a Gradio server.
 *
 * @param path Path under which the routes are, such as "/demo". Empty for the root.
 * @param rootUrl URL of the application as its clients see it, for a proxy that sends no
 * forwarded headers.
 * @param title Title of the application.
 * @param mode Kind of application that clients are told.
 * @param showErrors Whether callers see the message of any exception. Otherwise they see
 * that of a GradioException only.
 * @param apiOpen Whether queued endpoints may also be called past the queue.
 * @param strictCors Whether pages without an origin, such as local files, are kept from
 * calling an application on localhost.
 * @param maxBodySize Maximum size of a request other than an upload.
 * @param queue the queue
 * @param sse the streams
 * @param session the sessions
 * @param files the files
 * @param monitoring the monitoring routes
 * @param ui the pages
 */
@ConfigurationProperties("gradio")
public record GradioProperties(@DefaultValue("") String path, @DefaultValue("") String rootUrl,
		@DefaultValue("Gradio") String title, @DefaultValue("blocks") Mode mode,
		@DefaultValue("false") boolean showErrors, @DefaultValue("true") boolean apiOpen,
		@DefaultValue("true") boolean strictCors, @DefaultValue("32MB") DataSize maxBodySize, @DefaultValue Queue queue,
		@DefaultValue Sse sse, @DefaultValue Session session, @DefaultValue Files files,
		@DefaultValue Monitoring monitoring, @DefaultValue Ui ui) implements InitializingBean {

	/** The path without a slash at its end. */
	public GradioProperties {
		path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	/**
	 * Checks what the types do not say.
	 * @throws InvalidConfigurationPropertyValueException for the first wrong value
	 */
	@Override
	public void afterPropertiesSet() {
		check(this.path.isEmpty() || this.path.matches("(/[A-Za-z0-9._~-]+)+"), "gradio.path", this.path,
				"A path starts with a slash and holds letters, digits and any of . _ ~ - in each part.");
		check(this.maxBodySize.toBytes() > 0 && this.maxBodySize.toBytes() <= Integer.MAX_VALUE, "gradio.max-body-size",
				this.maxBodySize, "The size must be from 1 byte to 2 GB.");
		this.queue.check();
		this.sse.check();
		this.session.check();
		this.files.check();
		this.ui.check();
	}

	private static void atLeast(long minimum, String name, long value) {
		check(value >= minimum, name, value, "The value must be %d or more.".formatted(minimum));
	}

	private static void notNegative(String name, Duration value) {
		check(!value.isNegative(), name, value, "The duration must not be negative.");
	}

	private static void positive(String name, Duration value) {
		check(value.toMillis() > 0, name, value, "The duration must be 1 millisecond or longer.");
	}

	private static void check(boolean valid, String name, Object value, String reason) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

	/** The kinds of applications. */
	public enum Mode {

		/** An application with pages. */
		BLOCKS,

		/** An application without pages. */
		SERVER

	}

	/**
	 * Properties of the queue.
	 *
	 * @param maxSize Maximum number of events that wait in all queues together. No limit
	 * when 0.
	 * @param defaultConcurrencyLimit How many runs of an endpoint there may be at a time
	 * unless it says otherwise. No limit when 0.
	 * @param updateInterval How often waiting events are told their rank at most.
	 * @param chunkTimeout How long a chunked input without a time limit waits for its
	 * next chunk.
	 * @param shutdownTimeout How long running events may take to end when the application
	 * stops.
	 */
	public record Queue(@DefaultValue("0") int maxSize, @DefaultValue("1") int defaultConcurrencyLimit,
			@DefaultValue("100ms") Duration updateInterval, @DefaultValue("30s") Duration chunkTimeout,
			@DefaultValue("20s") Duration shutdownTimeout) {

		private void check() {
			atLeast(0, "gradio.queue.max-size", this.maxSize);
			atLeast(0, "gradio.queue.default-concurrency-limit", this.defaultConcurrencyLimit);
			notNegative("gradio.queue.update-interval", this.updateInterval);
			positive("gradio.queue.chunk-timeout", this.chunkTimeout);
			notNegative("gradio.queue.shutdown-timeout", this.shutdownTimeout);
		}

	}

	/**
	 * Properties of the streams.
	 *
	 * @param heartbeatInterval How long a stream may be silent before it sends a sign of
	 * life.
	 * @param bufferSize Maximum number of messages with data that wait for the reader of
	 * a stream. Producers wait when there are more.
	 * @param readerTimeout How long a producer waits while nobody reads before its event
	 * ends.
	 * @param timeToLive How long messages are kept while nobody reads or writes.
	 */
	public record Sse(@DefaultValue("15s") Duration heartbeatInterval, @DefaultValue("256") int bufferSize,
			@DefaultValue("30s") Duration readerTimeout, @DefaultValue("10m") Duration timeToLive) {

		private void check() {
			positive("gradio.sse.heartbeat-interval", this.heartbeatInterval);
			atLeast(1, "gradio.sse.buffer-size", this.bufferSize);
			positive("gradio.sse.reader-timeout", this.readerTimeout);
			positive("gradio.sse.time-to-live", this.timeToLive);
		}

	}

	/**
	 * Properties of the sessions.
	 *
	 * @param timeout How long a session that nobody uses is kept.
	 * @param maxSessions Maximum number of sessions at a time.
	 */
	public record Session(@DefaultValue("60m") Duration timeout, @DefaultValue("50000") int maxSessions) {

		private void check() {
			positive("gradio.session.timeout", this.timeout);
			atLeast(1, "gradio.session.max-sessions", this.maxSessions);
		}

	}

	/**
	 * Properties of uploaded and produced files.
	 *
	 * @param directory Folder that holds the files, in a folder of their own that is
	 * deleted at the end. The folder for temporary files by default.
	 * @param maxFileSize Maximum size of an upload. No limit by default.
	 * @param maxTotalSize Maximum size of all files together. The least recently used
	 * ones make room for new ones.
	 * @param timeToLive How long a file is kept after it was last asked for.
	 * @param allowedPaths Files and folders of this machine that clients may fetch by
	 * their absolute path.
	 */
	public record Files(@Nullable Path directory, @Nullable DataSize maxFileSize,
			@DefaultValue("10GB") DataSize maxTotalSize, @DefaultValue("24h") Duration timeToLive,
			@DefaultValue List<Path> allowedPaths) {

		private void check() {
			if (this.maxFileSize != null) {
				atLeast(1, "gradio.files.max-file-size", this.maxFileSize.toBytes());
			}
			atLeast(1, "gradio.files.max-total-size", this.maxTotalSize.toBytes());
			positive("gradio.files.time-to-live", this.timeToLive);
		}

	}

	/**
	 * Properties of the monitoring routes.
	 *
	 * @param enabled Whether the routes answer. Whoever may call the application may read
	 * them.
	 */
	public record Monitoring(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * Properties of the pages that browsers see.
	 *
	 * @param enabled Whether there are pages. The paths of the protocol answer in any
	 * case.
	 * @param theme Theme of the pages: base, default, soft, monochrome, glass, origin,
	 * citrus or ocean.
	 * @param flaggingDirectory Folder for the results that users flag.
	 * @param contentSecurityPolicy Header of this name, where "{nonce}" stands for a
	 * value that is new for each answer, or "strict" for a policy under which the
	 * frontend works. No header by default.
	 * @param description What search engines and previews say of the application.
	 * @param favicon Icon of the pages as SVG, PNG or ICO.
	 * @param css Style sheet that pages have in addition.
	 * @param js File with a JavaScript function that pages call when they are loaded. A
	 * Content-Security-Policy must allow 'unsafe-eval' for it.
	 * @param head File with HTML for the head of the pages.
	 * @param footerLinks What the footer links to, any of "api", "gradio" and "settings".
	 * All by default.
	 * @param links Further links in the footer, by their labels.
	 * @param runHistory Whether pages keep earlier runs in the browser and show them.
	 * @param pwa Whether browsers may install the application.
	 */
	public record Ui(@DefaultValue("true") boolean enabled, @DefaultValue("default") String theme,
			@DefaultValue(".gradio/flagged") Path flaggingDirectory, @DefaultValue("") String contentSecurityPolicy,
			@DefaultValue("") String description, @Nullable Resource favicon, @Nullable Resource css,
			@Nullable Resource js, @Nullable Resource head, @Nullable List<String> footerLinks,
			@DefaultValue Map<String, String> links, @DefaultValue("false") boolean runHistory,
			@DefaultValue("false") boolean pwa) {

		private static final Set<String> FOOTER_LINKS = Set.of("api", "gradio", "settings");

		private void check() {
			exists("gradio.ui.favicon", this.favicon);
			exists("gradio.ui.css", this.css);
			exists("gradio.ui.js", this.js);
			exists("gradio.ui.head", this.head);
			if (this.footerLinks != null) {
				GradioProperties.check(FOOTER_LINKS.containsAll(this.footerLinks), "gradio.ui.footer-links",
						this.footerLinks, "The footer links to any of api, gradio and settings.");
			}
		}

		private static void exists(String name, @Nullable Resource resource) {
			if (resource != null) {
				GradioProperties.check(resource.isReadable(), name, resource,
						"There is no such file; a location is a path, or begins with classpath: or file:.");
			}
		}

	}

}
