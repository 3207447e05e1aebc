package io.github.gradiospring.server.web;

import java.util.concurrent.ThreadLocalRandom;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.page.FlatPage;
import io.github.gradiospring.server.page.PageModel;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.session.EventLog;
import io.github.gradiospring.server.session.GradioSessions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/**
 * The routes of the Gradio protocol, which answer below the API prefix and at a few fixed
 * paths beside it, and those of the pages. All other paths are left to the application.
 */
public final class GradioRoutes {

	private static final String API = GradioProtocol.API_PREFIX;

	private final RouteTable table;

	private final CorsFilter corsFilter;

	private final @Nullable PageRoutes pages;

	private GradioRoutes(Builder builder) {
		WebOptions options = builder.options;
		RootUrl rootUrl = new RootUrl(options);
		Table routes = new Table(new RouteTable.Builder(options.path(), API, rootUrl));
		addCalls(routes, builder, new RequestSnapshots(rootUrl));
		addFiles(routes, builder);
		PageModel model = new UiPageModel(builder.page(), options.ui());
		int appId = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
		addDocuments(routes, builder, rootUrl, model, appId);
		this.pages = addPages(routes, builder, rootUrl, model, appId);
		ComponentServerHandler components = new ComponentServerHandler(new RequestBodies(options.maxBodySize()),
				require(builder.registry, "registry"), () -> config(builder, model, appId));
		routes.postBoth("/component_server", components::call);
		this.table = routes.builder().build();
		this.corsFilter = new CorsFilter(this.table::covers, options.strictCors());
	}

	/**
	 * Starts the routes.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * The routes, for an application with functional endpoints.
	 * @return the router function
	 */
	public RouterFunction<ServerResponse> routerFunction() {
		return this.table;
	}

	/**
	 * The routes of the pages, such as {@code /} and {@code /favicon.ico}. They belong
	 * after those of the application, which may have the same paths. The files that pages
	 * load are routes of {@link #routerFunction()}.
	 * @return the router function, which has no routes when there are no pages
	 */
	public RouterFunction<ServerResponse> pageRouterFunction() {
		return (this.pages != null) ? this.pages : (request) -> Mono.empty();
	}

	/**
	 * Whether {@link #routerFunction()} answers a path, for a server that has to know
	 * beforehand.
	 * @param path a path within the application, encoded as in a URL
	 * @return whether it does
	 */
	public boolean covers(String path) {
		return this.table.covers(path);
	}

	/**
	 * Whether {@link #pageRouterFunction()} answers a {@code GET} of a path.
	 * @param path a path within the application, encoded as in a URL
	 * @return whether it does
	 */
	public boolean coversPage(String path) {
		return this.pages != null && this.pages.covers(path);
	}

	/**
	 * Says which web pages may call the routes, and answers the browsers that ask. It
	 * must run before the filters that need a login.
	 * @return the filter
	 */
	public WebFilter corsFilter() {
		return this.corsFilter;
	}

	private static void addCalls(Table routes, Builder builder, RequestSnapshots snapshots) {
		WebOptions options = builder.options;
		GradioQueue queue = require(builder.queue, "queue");
		Endpoints endpoints = new Endpoints(require(builder.registry, "registry"));
		RequestBodies bodies = new RequestBodies(options.maxBodySize());
		JoinHandler join = new JoinHandler(bodies, snapshots, endpoints, queue);
		MessageStreams streams = new MessageStreams(require(builder.eventLog, "eventLog"), queue,
				options.heartbeatInterval());
		routes.post("/queue/join", join::join).get("/queue/data", streams::session);

		CallHandler call = new CallHandler(bodies, snapshots, endpoints, queue);
		routes.get("/call/{api}/{event_id}", streams::call)
			.get("/call/v2/{api}/{event_id}", streams::call)
			.postBoth("/call/{api}", call::call)
			.postBoth("/call/v2/{api}", call::callByNames);

		RunHandler run = new RunHandler(bodies, snapshots, endpoints, require(builder.validator, "validator"),
				require(builder.executor, "executor"), options);
		routes.postBoth("/run/{api}", run::run).postBoth("/api/{api}", run::run);

		CancelHandler cancel = new CancelHandler(bodies, queue);
		routes.post("/cancel", cancel::cancel).postBoth("/reset", cancel::reset);

		ChunkHandler chunks = new ChunkHandler(bodies, queue);
		routes.post("/stream/{event_id}", chunks::feed).post("/stream/{event_id}/close", chunks::close);
		HeartbeatHandler heartbeat = new HeartbeatHandler(require(builder.sessions, "sessions"));
		routes.get("/heartbeat/{session_hash}", heartbeat::heartbeat);
	}

	private static void addFiles(Table routes, Builder builder) {
		FileStore files = require(builder.files, "files");
		UploadHandler upload = new UploadHandler(files, new UploadProgress(), builder.options.heartbeatInterval());
		routes.post("/upload", upload::upload).get("/upload_progress", upload::progress);
		FileHandler file = new FileHandler(files);
		routes.getPrefix("/file=", file::file).getPrefix("/file/", file::file);
	}

	private static void addDocuments(Table routes, Builder builder, RootUrl rootUrl, PageModel page, int appId) {
		WebOptions options = builder.options;
		DocumentHandler documents = new DocumentHandler(options, rootUrl, require(builder.registry, "registry"), page,
				appId, builder.sessionListeners);
		routes.getRoot("/config", documents::config).getRoot("/config/", documents::config);
		routes.getBoth("/info", documents::info).get("/openapi.json", documents::openApi);

		StatusHandler status = new StatusHandler(require(builder.queue, "queue"), appId);
		routes.get("/queue/status", status::queue)
			.get("/startup-events", status::startupEvents)
			.get("/deep_link", status::deepLink)
			.getPrefix("/proxy=", status::proxy)
			.getBoth("/app_id", status::appId)
			.getBoth("/user", status::user)
			.getBoth("/token", status::token)
			.getBoth("/login_check", status::loginCheck);

		MonitoringHandler monitoring = new MonitoringHandler(builder.statistics, options.monitoring());
		routes.getRoot("/monitoring", monitoring::start)
			.getRoot("/monitoring/summary", monitoring::summary)
			.getRoot("/monitoring/{key}", monitoring::key);
	}

	private static @Nullable PageRoutes addPages(Table routes, Builder builder, RootUrl rootUrl, PageModel model,
			int appId) {
		WebOptions options = builder.options;
		if (!options.ui().enabled() || "server".equals(options.mode())) {
			return null;
		}
		EndpointRegistry registry = require(builder.registry, "registry");
		AssetHandler assets = new AssetHandler(builder.assets);
		routes.getKnown("assets", assets).getKnown("static", assets);
		routes.readRoot("/theme.css", new ThemeHandler(model)::theme);
		PageHandler pages = new PageHandler(options, rootUrl, registry, builder.assets,
				() -> config(builder, model, appId));
		if (options.ui().devMode()) {
			routes.get("/dev/reload", new DevReloadHandler(appId)::reload);
		}
		if (options.ui().runHistory()) {
			routes.get("/runs", pages::runs);
		}
		return new PageRoutes(options, pages, new IconHandler(options, assets));
	}

	private static GradioConfig config(Builder builder, PageModel model, int appId) {
		return ConfigDocument.build(builder.options, require(builder.registry, "registry"), model, appId,
				builder.sessionListeners);
	}

	private static <T> T require(@Nullable T part, String name) {
		Assert.state(part != null, () -> "The routes need the part '" + name + "'");
		return part;
	}

	/**
	 * Short ways to add routes. Paths are below the API prefix, but for those at the
	 * root.
	 *
	 * @param builder where they are added
	 */
	private record Table(RouteTable.Builder builder) {

		Table get(String path, HandlerFunction<ServerResponse> handler) {
			this.builder.add(HttpMethod.GET, API + path, ErrorAnswers.guard(handler));
			return this;
		}

		Table getRoot(String path, HandlerFunction<ServerResponse> handler) {
			this.builder.add(HttpMethod.GET, path, ErrorAnswers.guard(handler));
			return this;
		}

		/** With and without a slash at the end. */
		Table getBoth(String path, HandlerFunction<ServerResponse> handler) {
			return get(path, handler).get(path + "/", handler);
		}

		Table getPrefix(String path, HandlerFunction<ServerResponse> handler) {
			this.builder.addPrefix(HttpMethod.GET, API + path, ErrorAnswers.guard(handler));
			this.builder.addPrefix(HttpMethod.HEAD, API + path, ErrorAnswers.guard(handler));
			return this;
		}

		/** With {@code HEAD}. */
		Table readRoot(String path, HandlerFunction<ServerResponse> handler) {
			this.builder.add(HttpMethod.HEAD, path, ErrorAnswers.guard(handler));
			return getRoot(path, handler);
		}

		/** The files of a folder of the frontend. */
		Table getKnown(String folder, AssetHandler assets) {
			String prefix = folder + "/";
			HandlerFunction<ServerResponse> handler = ErrorAnswers.guard((request) -> assets.send(request,
					prefix + request.attributes().getOrDefault(RouteTable.Path.REST, "")));
			this.builder.addKnown(HttpMethod.GET, "/" + prefix, (rest) -> assets.has(prefix + rest), handler);
			this.builder.addKnown(HttpMethod.HEAD, "/" + prefix, (rest) -> assets.has(prefix + rest), handler);
			return this;
		}

		Table post(String path, HandlerFunction<ServerResponse> handler) {
			this.builder.add(HttpMethod.POST, API + path, ErrorAnswers.guard(handler));
			return this;
		}

		/** With and without a slash at the end. */
		Table postBoth(String path, HandlerFunction<ServerResponse> handler) {
			return post(path, handler).post(path + "/", handler);
		}

	}

	/**
	 * Builds {@link GradioRoutes}. The parts without a default are required.
	 */
	public static final class Builder {

		private WebOptions options = WebOptions.builder().build();

		private CallStatistics statistics = new CallStatistics();

		private boolean sessionListeners;

		private @Nullable GradioSessions sessions;

		private @Nullable EndpointRegistry registry;

		private @Nullable GradioQueue queue;

		private @Nullable EndpointExecutor executor;

		private @Nullable InputValidator validator;

		private @Nullable EventLog eventLog;

		private @Nullable FileStore files;

		private @Nullable PageModel page;

		private @Nullable PageAssets assets;

		private Builder() {
		}

		private PageModel page() {
			return (this.page != null) ? this.page : new FlatPage(!"server".equals(this.options.mode()));
		}

		/** Sets the settings. */
		public Builder options(WebOptions options) {
			this.options = options;
			return this;
		}

		/** Sets the endpoints that clients may call. */
		public Builder registry(EndpointRegistry registry) {
			this.registry = registry;
			return this;
		}

		/** Sets what calls wait in. */
		public Builder queue(GradioQueue queue) {
			this.queue = queue;
			return this;
		}

		/** Sets what runs the calls that do not wait. */
		public Builder executor(EndpointExecutor executor) {
			this.executor = executor;
			return this;
		}

		/** Sets what checks the calls that do not wait. */
		public Builder validator(InputValidator validator) {
			this.validator = validator;
			return this;
		}

		/** Sets where streams find their messages. */
		public Builder eventLog(EventLog eventLog) {
			this.eventLog = eventLog;
			return this;
		}

		/** Sets who is connected. */
		public Builder sessions(GradioSessions sessions) {
			this.sessions = sessions;
			return this;
		}

		/**
		 * Says whether somebody wants to know when a session ends, so that clients hold a
		 * heartbeat; nobody by default.
		 */
		public Builder sessionListeners(boolean sessionListeners) {
			this.sessionListeners = sessionListeners;
			return this;
		}

		/** Sets where files are. */
		public Builder files(FileStore files) {
			this.files = files;
			return this;
		}

		/** Sets what pages show; a {@link FlatPage} by default. */
		public Builder page(PageModel page) {
			this.page = page;
			return this;
		}

		/**
		 * Sets the frontend that pages load; none by default, and then the page explains
		 * what is missing.
		 */
		public Builder assets(@Nullable PageAssets assets) {
			this.assets = assets;
			return this;
		}

		/** Sets what {@code /monitoring} tells; nothing by default. */
		public Builder statistics(CallStatistics statistics) {
			this.statistics = statistics;
			return this;
		}

		/**
		 * Builds the routes.
		 * @return the routes
		 * @throws IllegalStateException when a part is missing
		 */
		public GradioRoutes build() {
			return new GradioRoutes(this);
		}

	}

}
