package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.ComponentConfig;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.config.LayoutNode;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.endpoint.DefaultEndpointRegistry;
import io.github.gradiospring.server.endpoint.method.AnnotatedEndpointSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The document of an application with the endpoints of some beans. */
final class RenderedApp {

	final DefaultEndpointRegistry registry;

	final InterfacePages pages;

	final GradioConfig config;

	final Map<Integer, ComponentConfig> components;

	private RenderedApp(InterfacePages pages, Class<?>... beans) {
		this.pages = pages;
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(beans)) {
			ComponentKinds kinds = new ComponentKinds(GradioProtocol.jsonMapper(), List.of());
			this.registry = new DefaultEndpointRegistry(
					List.of(AnnotatedEndpointSource.builder(context.getBeanFactory(), kinds).build()),
					pages::endpoints);
			this.registry.afterSingletonsInstantiated();
		}
		GradioConfig.Builder builder = GradioConfig.builder();
		pages.render(this.registry, builder);
		this.config = builder.build();
		this.components = this.config.components()
			.stream()
			.collect(Collectors.toMap(ComponentConfig::id, (component) -> component));
	}

	static RenderedApp of(Class<?>... beans) {
		return of(InterfacePages.builder().build(), beans);
	}

	static RenderedApp of(InterfacePages pages, Class<?>... beans) {
		return new RenderedApp(pages, beans);
	}

	LayoutNode layout() {
		return this.config.page().get("").layout();
	}

	DependencyConfig dependency(String name) {
		return this.config.dependencies()
			.stream()
			.filter((dependency) -> name.equals(dependency.apiName()))
			.findFirst()
			.orElseThrow();
	}

	/** What components show: their label, or else their value. */
	List<String> texts(List<Integer> ids) {
		return ids.stream().map(this::text).toList();
	}

	private String text(Integer id) {
		ComponentConfig component = this.components.get(id);
		return component.type() + " "
				+ component.props()
					.getOrDefault("label",
							component.props().getOrDefault("value", GradioProtocol.jsonMapper().nullNode()))
					.asString("");
	}

	/** The tree as types, with the labels of what has one. */
	List<Object> tree() {
		return tree(this.layout().children());
	}

	private List<Object> tree(List<LayoutNode> nodes) {
		List<Object> tree = new ArrayList<>();
		for (LayoutNode node : nodes) {
			tree.add(text(node.id()).strip());
			if (node.children() != null) {
				tree.add(tree(node.children()));
			}
		}
		return tree;
	}

}
