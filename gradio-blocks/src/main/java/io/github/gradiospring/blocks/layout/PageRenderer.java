package io.github.gradiospring.blocks.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.gradiospring.blocks.layout.Listener.Condition;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.ComponentConfig;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.config.LayoutNode;
import io.github.gradiospring.protocol.config.PageConfig;
import io.github.gradiospring.protocol.config.PageLink;
import io.github.gradiospring.protocol.config.Target;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.StateDeclaration;
import io.github.gradiospring.server.page.ConfigParts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Renders pages to {@code /config}: numbers the blocks, and gives each endpoint its
 * components. Endpoints that no page calls keep components that no layout shows, so that
 * clients find them.
 */
public final class PageRenderer {

	private final EndpointRegistry registry;

	private final List<Page> pages;

	private final Map<Block, Integer> ids = new IdentityHashMap<>();

	private final Map<String, Integer> states = new LinkedHashMap<>();

	private final Map<Integer, Map<String, List<Block>>> references = new LinkedHashMap<>();

	private final List<ComponentConfig> components = new ArrayList<>();

	private final List<Drawn> drawn = new ArrayList<>();

	private final Map<Integer, Drawn> pageOfEndpoint = new LinkedHashMap<>();

	/** No component has the id of the root. */
	private int lastId;

	private PageRenderer(EndpointRegistry registry, List<Page> pages) {
		this.registry = registry;
		this.pages = pages;
	}

	/**
	 * Adds pages to a document.
	 * @param pages the pages, at least one; the first one is where the application opens
	 * @param registry all endpoints
	 * @param config the document
	 * @throws IllegalArgumentException when a listener names no endpoint, or points at a
	 * block that is on no page
	 */
	public static void render(List<Page> pages, EndpointRegistry registry, GradioConfig.Builder config) {
		new PageRenderer(registry, pages).render(config);
	}

	private void render(GradioConfig.Builder config) {
		this.pages.forEach(this::draw);
		this.components.replaceAll(this::resolve);
		List<DependencyConfig> dependencies = dependencies();
		Map<String, PageConfig> configs = new LinkedHashMap<>();
		for (Drawn drawn : this.drawn) {
			List<Integer> own = dependencies.stream()
				.map(DependencyConfig::id)
				.filter((id) -> pageOf(id) == drawn)
				.toList();
			configs.put(drawn.page().path(), new PageConfig(drawn.layout(), drawn.components(), own));
		}
		config.components(this.components)
			.dependencies(dependencies)
			.layout(this.drawn.get(0).layout())
			.pages(this.pages.stream().map((page) -> new PageLink(page.path(), page.name(), true)).toList())
			.page(configs);
	}

	private void draw(Page page) {
		int root = this.lastId++;
		int before = this.components.size();
		LayoutNode layout = new LayoutNode(root, nodes(null, page.blocks()));
		List<Integer> ids = this.components.subList(before, this.components.size())
			.stream()
			.map(ComponentConfig::id)
			.collect(Collectors.toCollection(ArrayList::new));
		this.drawn.add(new Drawn(page, layout, ids, new ArrayList<>()));
	}

	private Drawn pageOf(int endpointId) {
		return this.pageOfEndpoint.getOrDefault(endpointId, this.drawn.get(0));
	}

	private List<LayoutNode> nodes(@Nullable String parent, List<Block> blocks) {
		List<LayoutNode> nodes = new ArrayList<>();
		for (Block block : "form".equals(parent) ? blocks : FormWrapper.wrap(parent, blocks)) {
			int id = add(block.component());
			this.ids.put(block, id);
			if (!block.references().isEmpty()) {
				this.references.put(id, block.references());
			}
			List<Block> children = block.children();
			nodes.add((children != null) ? new LayoutNode(id, nodes(block.component().type(), children))
					: LayoutNode.leaf(id));
		}
		return nodes;
	}

	private ComponentConfig resolve(ComponentConfig component) {
		Map<String, List<Block>> references = this.references.get(component.id());
		if (references == null) {
			return component;
		}
		Map<String, JsonNode> props = new LinkedHashMap<>(component.props());
		references.forEach((property, blocks) -> props.put(property,
				GradioProtocol.jsonMapper().valueToTree(blocks.stream().map(this::id).toList())));
		return component.toBuilder().props(props).build();
	}

	private int add(ComponentDescription component) {
		int id = this.lastId++;
		this.components.add(ConfigParts.component(id, component));
		return id;
	}

	private List<DependencyConfig> dependencies() {
		Map<String, Listener> listeners = new LinkedHashMap<>();
		for (Drawn page : this.drawn) {
			for (Listener listener : page.page().listeners()) {
				listeners.put(listener.endpoint(), listener);
				this.pageOfEndpoint.put(endpoint(listener.endpoint()).id(), page);
			}
		}
		List<DependencyConfig> dependencies = new ArrayList<>();
		for (Endpoint endpoint : this.registry.endpoints()) {
			Listener listener = listeners.get(endpoint.name());
			DependencyConfig.Builder dependency = ConfigParts.dependency(endpoint, this.registry);
			dependencies
				.add((listener != null) ? placed(dependency, endpoint, listener) : unplaced(dependency, endpoint));
		}
		return dependencies;
	}

	private DependencyConfig placed(DependencyConfig.Builder dependency, Endpoint endpoint, Listener listener) {
		Drawn page = pageOf(endpoint.id());
		String after = listener.after();
		if (after != null) {
			dependency.triggerAfter(endpoint(after).id());
		}
		return dependency
			.inputs(values(page, endpoint.inputs(), EndpointInput::state, (input) -> input.binding().component(),
					listener.inputs()))
			.outputs(values(page, endpoint.outputs(), EndpointOutput::state, (output) -> output.binding().component(),
					listener.outputs()))
			.targets((after != null) ? List.of(new Target(null, event(listener.condition())))
					: listener.triggers().stream().map(this::target).toList())
			.triggerOnlyOnSuccess(after != null && listener.condition() == Condition.SUCCESS)
			.triggerOnlyOnFailure(after != null && listener.condition() == Condition.FAILURE)
			.scrollToOutput(listener.scrollToOutput())
			.showProgress(listener.showProgress())
			.triggerMode(listener.triggerMode())
			.build();
	}

	private static String event(Condition condition) {
		return switch (condition) {
			case ALWAYS -> "then";
			case SUCCESS -> "success";
			case FAILURE -> "failure";
		};
	}

	private DependencyConfig unplaced(DependencyConfig.Builder dependency, Endpoint endpoint) {
		Drawn page = pageOf(endpoint.id());
		ComponentDescription button = ComponentDescription.builder("button")
			.prop("value", endpoint.name())
			.skipApi()
			.build();
		return dependency
			.inputs(values(page, endpoint.inputs(), EndpointInput::state, (input) -> input.binding().component(), null))
			.outputs(values(page, endpoint.outputs(), EndpointOutput::state, (output) -> output.binding().component(),
					null))
			// gr.load wants something that triggers it
			.targets(List.of(new Target(hidden(page, button), "click")))
			.build();
	}

	/**
	 * The ids of the values of an endpoint: those of their blocks, or of new components.
	 */
	private <V> List<Integer> values(Drawn page, List<V> values, Function<V, @Nullable StateDeclaration> state,
			Function<V, ComponentDescription> component, @Nullable List<Block> blocks) {
		List<Integer> result = new ArrayList<>();
		int next = 0;
		for (V value : values) {
			StateDeclaration declared = state.apply(value);
			if (declared != null) {
				result
					.add(this.states.computeIfAbsent(declared.name(), (name) -> hidden(page, component.apply(value))));
			}
			else if (blocks != null) {
				result.add(id(blocks.get(next++)));
			}
			else {
				result.add(hidden(page, component.apply(value)));
			}
		}
		return result;
	}

	/**
	 * Nobody sees it, but {@code gr.load} wants all components in the layout. The
	 * frontend waits for those that are visible.
	 */
	private int hidden(Drawn page, ComponentDescription component) {
		return below(page, component.withProp("visible", BooleanNode.FALSE));
	}

	private int below(Drawn page, ComponentDescription component) {
		int id = add(component);
		page.components().add(id);
		page.unseen().add(LayoutNode.leaf(id));
		return id;
	}

	private Target target(Trigger trigger) {
		Block block = trigger.block();
		return new Target((block != null) ? id(block) : null, trigger.event());
	}

	private int id(Block block) {
		Integer id = this.ids.get(block);
		if (id == null) {
			throw new IllegalArgumentException("The block '" + block + "' is on no page");
		}
		return id;
	}

	private Endpoint endpoint(String name) {
		return this.registry.find(name)
			.orElseThrow(() -> new IllegalArgumentException("A page calls '/" + name + "', which is no endpoint"));
	}

	/**
	 * A page whose blocks have their ids.
	 *
	 * @param page the page
	 * @param blocks the tree of its blocks
	 * @param components the ids of its components, to which those of states are added and
	 * those that nobody sees
	 * @param unseen those two, below everything
	 */
	private record Drawn(Page page, LayoutNode blocks, List<Integer> components, List<LayoutNode> unseen) {

		LayoutNode layout() {
			List<LayoutNode> children = new ArrayList<>(Objects.requireNonNullElse(this.blocks.children(), List.of()));
			children.addAll(this.unseen);
			return new LayoutNode(this.blocks.id(), children);
		}

	}

}
