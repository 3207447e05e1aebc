package io.github.gradiospring.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.github.gradiospring.client.app.DefaultAppConnector;
import io.github.gradiospring.client.app.Login;
import io.github.gradiospring.client.call.DefaultArgumentBinder;
import io.github.gradiospring.client.call.DefaultResultReader;
import io.github.gradiospring.client.call.EndpointCalls;
import io.github.gradiospring.client.file.DefaultFileTransfer;
import io.github.gradiospring.client.file.DownloadPolicy;
import io.github.gradiospring.client.file.FileOptions;
import io.github.gradiospring.client.file.FileTransfer;
import io.github.gradiospring.client.http.DefaultGradioHttp;
import io.github.gradiospring.client.hub.DefaultHuggingFaceHub;
import io.github.gradiospring.client.session.DefaultSessionCalls;
import io.github.gradiospring.client.session.SessionOptions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds a {@link GradioClient}: of the app at an address, or of a Space.
 */
public final class GradioClientBuilder {

	private static final int MAX_CONNECTIONS = 200;

	/** Shorter than servers keep connections that nobody uses. */
	private static final Duration MAX_IDLE = Duration.ofSeconds(4);

	private @Nullable String url;

	private @Nullable String space;

	private @Nullable String token;

	private @Nullable String username;

	private @Nullable String password;

	private @Nullable Consumer<HttpHeaders> headers;

	private WebClient.@Nullable Builder webClient;

	private @Nullable Path downloadDirectory;

	private DataSize maxEventSize = DataSize.ofMegabytes(64);

	private Duration silenceTimeout = Duration.ofSeconds(60);

	private @Nullable String hubUrl;

	private final Set<String> downloadHosts = new HashSet<>();

	GradioClientBuilder() {
	}

	/** Sets the address of the app, as a browser would open it. */
	public GradioClientBuilder url(String url) {
		this.url = url;
		return this;
	}

	/** Sets the Space, <code>owner/name</code>, instead of an address. */
	public GradioClientBuilder space(String space) {
		this.space = space;
		return this;
	}

	/** Sets a Hugging Face token. */
	public GradioClientBuilder token(@Nullable String token) {
		this.token = token;
		return this;
	}

	/** Sets the login of an app that wants one. */
	public GradioClientBuilder auth(String username, String password) {
		this.username = username;
		this.password = password;
		return this;
	}

	/** Changes the headers that go with each request to the app, cookies among them. */
	public GradioClientBuilder headers(Consumer<HttpHeaders> headers) {
		this.headers = (this.headers != null) ? this.headers.andThen(headers) : headers;
		return this;
	}

	/**
	 * Sets what requests are made with; cloned. Its connections are its own: they are not
	 * closed with the client. Without it, the client has connections of its own.
	 */
	public GradioClientBuilder webClient(WebClient.Builder webClient) {
		this.webClient = webClient.clone();
		return this;
	}

	/** Sets where results are downloaded to; a temporary directory by default. */
	public GradioClientBuilder downloadDirectory(Path downloadDirectory) {
		this.downloadDirectory = downloadDirectory;
		return this;
	}

	/** Sets how large one message of a stream may be; 64 MB by default. */
	public GradioClientBuilder maxEventSize(DataSize maxEventSize) {
		this.maxEventSize = maxEventSize;
		return this;
	}

	/**
	 * Sets after what time without a sign of life, heartbeats included, a stream is taken
	 * for broken, and how long the app may take to describe itself or to take a call; 60
	 * seconds by default.
	 */
	public GradioClientBuilder silenceTimeout(Duration silenceTimeout) {
		this.silenceTimeout = silenceTimeout;
		return this;
	}

	/** Sets the address of the Hub, <code>https://huggingface.co</code> by default. */
	public GradioClientBuilder hubUrl(String hubUrl) {
		this.hubUrl = hubUrl;
		return this;
	}

	/**
	 * Sets a host that files of results may be fetched from although its address is not
	 * public; may be called several times.
	 */
	public GradioClientBuilder allowDownloadsFrom(String host) {
		this.downloadHosts.add(host.toLowerCase(Locale.ROOT));
		return this;
	}

	/**
	 * Builds the client; it connects with its first call.
	 * @return the client
	 * @throws IllegalStateException when neither an address nor a Space was set, or both
	 */
	public GradioClient build() {
		Assert.state((this.url == null) != (this.space == null), "Set either the URL of an app or a Space");
		ConnectionProvider connections = null;
		WebClient.Builder builder = this.webClient;
		if (builder == null) {
			connections = connections();
			builder = WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)));
		}
		return build(builder, connections);
	}

	/** Freed when the client is closed. */
	private static ConnectionProvider connections() {
		return ConnectionProvider.builder("gradio-client")
			.maxConnections(MAX_CONNECTIONS)
			.pendingAcquireMaxCount(-1)
			.maxIdleTime(MAX_IDLE)
			.build();
	}

	private GradioClient build(WebClient.Builder builder, @Nullable ConnectionProvider connections) {
		String hub = (this.hubUrl != null) ? this.hubUrl : DefaultHuggingFaceHub.URL;
		Mono<DefaultGradioHttp> address = (this.space != null)
				? new DefaultHuggingFaceHub(builder, hub, this.token, Schedulers.parallel()).resolve(this.space)
					.map((found) -> http(found.root(), builder))
				: Mono.just(http(root(Objects.requireNonNull(this.url)), builder));
		Login login = (this.username != null && this.password != null) ? new Login(this.username, this.password) : null;
		FileTransfer files = new DefaultFileTransfer(new FileOptions(this.downloadDirectory,
				FileOptions.defaults().maxDownloadSize(), new DownloadPolicy(this.downloadHosts)));
		EndpointCalls calls = new EndpointCalls(new DefaultAppConnector(address, login, this.silenceTimeout),
				new DefaultSessionCalls(SessionOptions.defaults().withSilenceTimeout(this.silenceTimeout)),
				new DefaultArgumentBinder(files), new DefaultResultReader(files));
		return new DefaultGradioClient(calls, files, (connections != null) ? connections.disposeLater() : Mono.empty());
	}

	private DefaultGradioHttp http(URI root, WebClient.Builder builder) {
		Consumer<HttpHeaders> none = (headers) -> {
		};
		return DefaultGradioHttp.create(root, builder, this.token, (this.headers != null) ? this.headers : none,
				this.maxEventSize);
	}

	private static URI root(String url) {
		URI uri = URI.create(url.strip());
		Assert.state(uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())),
				() -> "'%s' is no address that begins with http:// or https://".formatted(url));
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + (path.endsWith("/") ? "" : "/"));
	}

}
