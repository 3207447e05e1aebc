package io.github.gradiospring.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
import org.jspecify.annotations.Nullable;

/**
 * One page without a layout: a component for each input and output, one for each state,
 * and a button for each endpoint. It serves clients that are not browsers.
 */
public final class FlatPage implements PageModel {

	private static final int ROOT_ID = 0;

	private final boolean buttons;

	/**
	 * Creates the page.
	 * @param buttons whether there are buttons that trigger the endpoints, which the mode
	 * {@code server} has not
	 */
	public FlatPage(boolean buttons) {
		this.buttons = buttons;
	}

	@Override
	public void render(EndpointRegistry registry, GradioConfig.Builder config) {
		Rendering rendering = new Rendering();
		registry.endpoints().forEach((endpoint) -> rendering.add(endpoint, registry));
		LayoutNode layout = new LayoutNode(ROOT_ID,
				rendering.components.stream().map((component) -> LayoutNode.leaf(component.id())).toList());
		PageConfig page = new PageConfig(layout, rendering.components.stream().map(ComponentConfig::id).toList(),
				rendering.dependencies.stream().map(DependencyConfig::id).toList());
		config.components(rendering.components)
			.dependencies(rendering.dependencies)
			.layout(layout)
			.pages(List.of(new PageLink("", "Home", true)))
			.page(Map.of("", page));
	}

	/** One rendering, as it grows. */
	private final class Rendering {

		private final Map<String, Integer> states = new LinkedHashMap<>();

		private final List<ComponentConfig> components = new ArrayList<>();

		private final List<DependencyConfig> dependencies = new ArrayList<>();

		void add(Endpoint endpoint, EndpointRegistry registry) {
			List<Integer> inputs = new ArrayList<>();
			for (EndpointInput input : endpoint.inputs()) {
				inputs.add(add(input.state(), input.binding().component()));
			}
			List<Integer> outputs = new ArrayList<>();
			for (EndpointOutput output : endpoint.outputs()) {
				outputs.add(add(output.state(), output.binding().component()));
			}
			this.dependencies.add(ConfigParts.dependency(endpoint, registry)
				.inputs(inputs)
				.outputs(outputs)
				.targets(targets(endpoint))
				.showProgress(FlatPage.this.buttons ? "full" : "hidden")
				.build());
		}

		private List<Target> targets(Endpoint endpoint) {
			if (!FlatPage.this.buttons) {
				return List.of();
			}
			ComponentDescription button = ComponentDescription.builder("button")
				.prop("value", endpoint.name())
				.skipApi()
				.build();
			return List.of(new Target(add(button), "click"));
		}

		private int add(@Nullable StateDeclaration state, ComponentDescription component) {
			return (state != null) ? this.states.computeIfAbsent(state.name(), (name) -> add(component))
					: add(component);
		}

		private int add(ComponentDescription component) {
			int id = ROOT_ID + 1 + this.components.size();
			this.components.add(ConfigParts.component(id, component));
			return id;
		}

	}

}
