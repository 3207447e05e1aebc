package io.github.gradiospring.blocks.interfaces;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.blocks.layout.Listener;
import io.github.gradiospring.blocks.layout.Page;
import io.github.gradiospring.blocks.layout.PageRenderer;
import io.github.gradiospring.blocks.theme.Theme;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.page.PageModel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Pages with an interface for each public endpoint: one fills its page, several are tabs
 * of it.
 */
public final class InterfacePages implements PageModel {

	private final Map<String, Interface> settings;

	private final Flagging flagging;

	private final Theme theme;

	private final ExampleServices examples;

	private volatile @Nullable Views views;

	private InterfacePages(Builder builder) {
		this.settings = Map.copyOf(builder.settings);
		this.flagging = new Flagging(builder.flagging, builder.worker, Clock.systemDefaultZone());
		this.theme = builder.theme;
		this.examples = new ExampleServices(builder.executor, new LazyFileStore(builder.files), builder.resources,
				builder.worker);
	}

	/**
	 * Starts the pages.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Draws the interfaces.
	 * @throws InvalidEndpointException when the settings of one do not fit its endpoint
	 * @throws IllegalArgumentException when there are settings without an endpoint
	 */
	@Override
	public List<Endpoint> endpoints(List<Endpoint> declared) {
		PageEndpoints own = new PageEndpoints(declared);
		List<InterfaceView> drawn = new ArrayList<>();
		Map<String, Interface> unused = new LinkedHashMap<>(this.settings);
		for (Endpoint endpoint : declared) {
			unused.remove(endpoint.name());
			Interface settings = settings(endpoint);
			if (settings.visible() && endpoint.visibility() == ApiVisibility.PUBLIC && endpoint.function() != null) {
				drawn.add(draw(endpoint, settings, own));
			}
		}
		if (!unused.isEmpty()) {
			throw new IllegalArgumentException(
					"There is an Interface for %s, but no endpoint of that name".formatted(unused.keySet()));
		}
		this.views = new Views(List.copyOf(drawn));
		return own.all();
	}

	private InterfaceView draw(Endpoint endpoint, Interface settings, PageEndpoints own) {
		try {
			return new InterfaceView(endpoint, settings, own, this.flagging, this.examples);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidEndpointException(endpoint.origin(), String.valueOf(ex.getMessage()),
					"Change its @GradioInterface, or the Interface bean for it.", ex);
		}
	}

	private Interface settings(Endpoint endpoint) {
		Interface configured = this.settings.get(endpoint.name());
		if (configured != null) {
			return configured;
		}
		GradioInterface declared = AnnotatedElementUtils.findMergedAnnotation(endpoint.annotated(),
				GradioInterface.class);
		return (declared != null) ? Interface.of(endpoint.name(), declared)
				: Interface.builder(endpoint.name()).build();
	}

	@Override
	public void render(EndpointRegistry registry, GradioConfig.Builder config) {
		Views drawn = this.views;
		if (drawn == null) {
			throw new IllegalStateException("The endpoints of the pages were not asked for");
		}
		List<InterfaceView> interfaces = drawn.list();
		Map<String, List<InterfaceView>> byPath = new LinkedHashMap<>();
		// the first page is there even if nothing is on it
		byPath.put("", new ArrayList<>());
		interfaces
			.forEach((view) -> byPath.computeIfAbsent(view.settings().page(), (path) -> new ArrayList<>()).add(view));
		List<Page> pages = new ArrayList<>();
		byPath.forEach((path, views) -> pages.add(page(path, views)));
		PageRenderer.render(pages, registry, config);
		config.mode((interfaces.size() == 1) ? "interface" : (interfaces.isEmpty() ? "blocks" : "tabbed_interface"))
			.theme(this.theme.name())
			.themeHash(this.theme.hash())
			.bodyCss(this.theme.bodyCss())
			.stylesheets(this.theme.stylesheets());
		if (interfaces.size() == 1 && interfaces.get(0).title() != null) {
			config.title(interfaces.get(0).title());
		}
	}

	/**
	 * Runs the examples whose results are to be there from the start, one after the
	 * other. To be called when the application is ready.
	 * @return completes when all were run. What fails is logged, and run again when
	 * somebody chooses it. Cancelling stops it
	 */
	public Mono<Void> cacheExamples() {
		Views drawn = this.views;
		return (drawn != null) ? Flux.fromIterable(drawn.list()).concatMap(InterfaceView::cacheExamples).then()
				: Mono.empty();
	}

	private static Page page(String path, List<InterfaceView> interfaces) {
		List<Listener> listeners = interfaces.stream().flatMap((view) -> view.listeners().stream()).toList();
		String name = path.isEmpty() ? "Home" : StringUtils.capitalize(path.replace('_', ' ').replace('-', ' '));
		return new Page(path, name, blocks(interfaces), listeners);
	}

	private static List<Block> blocks(List<InterfaceView> interfaces) {
		if (interfaces.size() == 1) {
			return interfaces.get(0).blocks();
		}
		if (interfaces.isEmpty()) {
			return List.of();
		}
		return List
			.of(Block.tabs(interfaces.stream().map((view) -> Block.tab(view.tabName(), view.blocks())).toList()));
	}

	@Override
	public String themeCss() {
		return this.theme.css();
	}

	private record Views(List<InterfaceView> list) {
	}

	/** Builds {@link InterfacePages}. */
	public static final class Builder {

		private final Map<String, Interface> settings = new LinkedHashMap<>();

		private FlaggingCallback flagging = new CsvFlaggingCallback(java.nio.file.Path.of(".gradio", "flagged"));

		private Scheduler worker = Schedulers.boundedElastic();

		private Theme theme = Theme.defaults();

		private Supplier<EndpointExecutor> executor = () -> {
			throw new IllegalStateException("Examples whose results are kept need an executor");
		};

		private Supplier<FileStore> files = () -> {
			throw new IllegalStateException("Examples with files need a file store");
		};

		private ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

		private Builder() {
		}

		/** Adds the settings of an interface, which win over those on the method. */
		public Builder add(Interface settings) {
			this.settings.put(settings.endpoint(), settings);
			return this;
		}

		/** Sets what takes flagged results; CSV files by default. */
		public Builder flagging(FlaggingCallback flagging) {
			this.flagging = flagging;
			return this;
		}

		/**
		 * Sets where flagged results are written and files of examples are read; a thread
		 * that may block by default.
		 */
		public Builder worker(Scheduler worker) {
			this.worker = worker;
			return this;
		}

		/** Sets what runs the examples whose results are kept; asked for when needed. */
		public Builder executor(Supplier<EndpointExecutor> executor) {
			this.executor = executor;
			return this;
		}

		/** Sets where the files of examples are for browsers; asked for when needed. */
		public Builder files(Supplier<FileStore> files) {
			this.files = files;
			return this;
		}

		/** Sets what finds the files of examples; the class path by default. */
		public Builder resources(ResourcePatternResolver resources) {
			this.resources = resources;
			return this;
		}

		/** Sets the look; {@link Theme#defaults()} by default. */
		public Builder theme(Theme theme) {
			this.theme = theme;
			return this;
		}

		/**
		 * Builds the pages.
		 * @return the pages
		 */
		public InterfacePages build() {
			return new InterfacePages(this);
		}

	}

}
