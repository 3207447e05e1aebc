package io.github.gradiospring.server.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.ComponentConfig;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.DependencyTypes;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.config.LayoutNode;
import io.github.gradiospring.protocol.config.PageConfig;
import io.github.gradiospring.protocol.config.PageLink;
import io.github.gradiospring.protocol.config.Target;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.protocol.info.PythonType;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.StateDeclaration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.util.DigestUtils;

/**
 * Builds {@code /config} (PROTOCOL section 2): a component for each input and output, one
 * for each state, and a button for each endpoint, which a page of the later layouts
 * replaces.
 */
final class ConfigDocument {

	private static final int ROOT_ID = 0;

	private static final Map<String, String> BODY_CSS = Map.of("body_background_fill", "white", "body_text_color",
			"#27272a", "body_background_fill_dark", "#0f0f11", "body_text_color_dark", "#f4f4f5");

	private final WebOptions options;

	private final EndpointRegistry registry;

	private final Map<String, Integer> states = new LinkedHashMap<>();

	private final List<ComponentConfig> components = new ArrayList<>();

	private final List<DependencyConfig> dependencies = new ArrayList<>();

	private ConfigDocument(WebOptions options, EndpointRegistry registry) {
		this.options = options;
		this.registry = registry;
	}

	/**
	 * Builds the document, with the marks of {@link JsonTemplate}.
	 * @param options the settings
	 * @param registry the endpoints
	 * @param appId the id of this run of the application
	 * @param sessionListeners whether the application wants to know when sessions end
	 * @return the document
	 */
	static GradioConfig build(WebOptions options, EndpointRegistry registry, int appId, boolean sessionListeners) {
		return new ConfigDocument(options, registry).build(appId, sessionListeners);
	}

	private GradioConfig build(int appId, boolean sessionListeners) {
		List<Endpoint> endpoints = this.registry.endpoints();
		endpoints.forEach((endpoint) -> this.dependencies.add(dependency(endpoint)));
		LayoutNode layout = new LayoutNode(ROOT_ID,
				this.components.stream().map((component) -> LayoutNode.leaf(component.id())).toList());
		PageConfig page = new PageConfig(layout, this.components.stream().map(ComponentConfig::id).toList(),
				this.dependencies.stream().map(DependencyConfig::id).toList());
		return GradioConfig.builder()
			.version(GradioProtocol.GRADIO_VERSION)
			.apiPrefix(GradioProtocol.API_PREFIX)
			.protocol(GradioProtocol.PROTOCOL)
			.mode(this.options.mode())
			.appId(BigInteger.valueOf(appId))
			.title(this.options.title())
			.showError(this.options.showErrors())
			.connectHeartbeat(sessionListeners || endpoints.stream().anyMatch(ConfigDocument::needsHeartbeat))
			.maxFileSize((this.options.maxFileSize() > 0) ? this.options.maxFileSize() : null)
			.footerLinks(
					List.of(StringNode.valueOf("api"), StringNode.valueOf("gradio"), StringNode.valueOf("settings")))
			.theme("default")
			.bodyCss(BODY_CSS)
			.components(this.components)
			.dependencies(this.dependencies)
			.layout(layout)
			.pages(List.of(new PageLink("", "Home", true)))
			.page(Map.of("", page))
			.username(JsonTemplate.USER)
			.root(JsonTemplate.ROOT)
			.build();
	}

	private static boolean needsHeartbeat(Endpoint endpoint) {
		CachePolicy cache = endpoint.cache();
		return !endpoint.states().isEmpty() || endpoint.chunkedInput() || (cache != null && cache.perSession());
	}

	private DependencyConfig dependency(Endpoint endpoint) {
		List<Integer> inputs = inputs(endpoint.inputs());
		List<Integer> outputs = outputs(endpoint.outputs());
		boolean cancel = endpoint.function() == null;
		DependencyConfig.Builder dependency = DependencyConfig.builder()
			.id(endpoint.id())
			.targets(targets(endpoint))
			.inputs(inputs)
			.outputs(outputs)
			.backendFn(!cancel)
			.queue(endpoint.queued() && !cancel)
			.apiName(endpoint.name())
			.apiDescription(endpoint.description().isEmpty() ? null : endpoint.description())
			.showProgress(hasNoPage() ? "hidden" : "full")
			.batch(endpoint.queue().batch())
			.maxBatchSize(endpoint.queue().maxBatchSize())
			.cancels(cancelled(endpoint))
			.types(new DependencyTypes(endpoint.generator(), cancel))
			.triggerMode(endpoint.chunkedInput() ? "multiple" : "once")
			.apiVisibility(cancel ? ApiVisibility.PRIVATE : endpoint.visibility())
			.timeLimit(seconds(endpoint.queue().timeLimit()))
			.streamEvery(endpoint.streamEvery().toMillis() / 1000.0);
		if (endpoint.chunkedInput()) {
			dependency.connection("stream").eventSpecificArgs(List.of("stream_every"));
		}
		return dependency.build();
	}

	private boolean hasNoPage() {
		return "server".equals(this.options.mode());
	}

	private List<Target> targets(Endpoint endpoint) {
		if (hasNoPage()) {
			return List.of();
		}
		ComponentDescription button = new ComponentDescription("button",
				Map.of("value", StringNode.valueOf(endpoint.name()), "name", StringNode.valueOf("button")), null, null,
				Types.ANY, Types.ANY, null, true);
		return List.of(new Target(add(button), "click"));
	}

	private List<Integer> cancelled(Endpoint endpoint) {
		return endpoint.cancels()
			.stream()
			.map((name) -> this.registry.find(name).map(Endpoint::id).orElse(null))
			.filter(Objects::nonNull)
			.toList();
	}

	private List<Integer> inputs(List<EndpointInput> inputs) {
		List<Integer> ids = new ArrayList<>(inputs.size());
		for (EndpointInput input : inputs) {
			ids.add(add(input.state(), input.binding().component()));
		}
		return ids;
	}

	private List<Integer> outputs(List<EndpointOutput> outputs) {
		List<Integer> ids = new ArrayList<>(outputs.size());
		for (EndpointOutput output : outputs) {
			ids.add(add(output.state(), output.binding().component()));
		}
		return ids;
	}

	private int add(@Nullable StateDeclaration state, ComponentDescription component) {
		return (state != null) ? this.states.computeIfAbsent(state.name(), (name) -> add(component)) : add(component);
	}

	private int add(ComponentDescription component) {
		int id = ROOT_ID + 1 + this.components.size();
		Map<String, JsonNode> props = new LinkedHashMap<>(component.props());
		props.putIfAbsent("name", StringNode.valueOf(component.type()));
		ComponentConfig.Builder config = ComponentConfig.builder()
			.id(id)
			.type(component.type())
			.props(props)
			.skipApi(component.skipApi())
			.componentClassId(DigestUtils.md5DigestAsHex(component.type().getBytes(StandardCharsets.UTF_8)));
		if (!component.skipApi()) {
			JsonNode input = component.inputSchema();
			JsonNode output = component.outputSchema();
			config.apiInfo((input != null) ? input : output)
				.apiInfoAsInput((input != null) ? input : output)
				.apiInfoAsOutput((output != null) ? output : input)
				.exampleInputs(component.exampleInput());
		}
		this.components.add(config.build());
		return id;
	}

	private static @Nullable Number seconds(@Nullable Duration duration) {
		if (duration == null) {
			return null;
		}
		return (duration.toMillisPart() == 0) ? (Number) duration.toSeconds() : (Number) (duration.toMillis() / 1000.0);
	}

	/** Python types of components that callers do not see. */
	private static final class Types {

		static final PythonType ANY = new PythonType("Any", "");

	}

}
