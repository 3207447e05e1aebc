package io.github.gradiospring.protocol.config;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.Recording;
import io.github.gradiospring.protocol.info.ApiVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GradioConfig} and its parts.
 */
class GradioConfigTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@ParameterizedTest
	@ValueSource(strings = { "config_interface", "config_chat", "config_server_mode", "config_blocks_many" })
	void recordedDocumentsRoundTrip(String name) {
		JsonNode recorded = Recording.load(name).bodies(200).get(0);
		String text = MAPPER.writeValueAsString(recorded);
		GradioConfig config = MAPPER.readValue(text, GradioConfig.class);
		assertThat(config.components()).isNotEmpty();
		assertThat(config.dependencies()).isNotEmpty();
		assertThat(MAPPER.writeValueAsString(config)).isEqualTo(text);
		assertThat(MAPPER.writeValueAsString(config.toBuilder().build())).isEqualTo(text);
		JsonMapper plain = JsonMapper.builder().build();
		assertThat(plain.<JsonNode>valueToTree(plain.readValue(text, GradioConfig.class))).isEqualTo(recorded);
		assertThat(plain.writeValueAsString(config)).isEqualTo(text);
	}

	@Test
	void documentOfOnePageRoundTrips() {
		JsonNode recorded = Recording.load("config_blocks_many").bodies(200).get(1);
		GradioConfig config = MAPPER.treeToValue(recorded, GradioConfig.class);
		assertThat(config.currentPage()).isEqualTo("second");
		assertThat(config.pages()).extracting(PageLink::path).containsExactly("", "second");
		assertThat(config.page().get("second").dependencies()).containsExactly(8);
		assertThat(MAPPER.<JsonNode>valueToTree(config)).isEqualTo(recorded);
	}

	@Test
	void dependenciesOfManyEndpointsRoundTrip() {
		JsonNode recorded = Recording.load("config_fixtures_main").bodies(200).get(0);
		GradioConfig config = MAPPER.treeToValue(recorded, GradioConfig.class);
		assertThat(config.dependencies()).hasSizeGreaterThan(50);
		assertThat(MAPPER.writeValueAsString(config.dependencies()))
			.isEqualTo(MAPPER.writeValueAsString(recorded.get("dependencies")));
	}

	@Test
	void absentKeysHaveTheDefaultsOfClients() {
		GradioConfig config = MAPPER.readValue("""
				{"version": "3.50.2", "later": {"a": 1},
				 "components": [{"id": 4, "type": "textbox"}],
				 "dependencies": [{"targets": [4]}, {"id": 7, "targets": [[4, "click"]]}, {"queue": null}]}""",
				GradioConfig.class);
		assertThat(config.protocol()).isEqualTo("ws");
		assertThat(config.apiPrefix()).isEmpty();
		assertThat(config.connectHeartbeat()).isTrue();
		assertThat(config.root()).isNull();
		assertThat(config.layout()).isNull();
		assertThat(config.dependencies()).extracting(DependencyConfig::id).containsExactly(0, 7, 2);
		DependencyConfig dependency = config.dependencies().get(0);
		assertThat(dependency.targets()).containsExactly(new Target(4, ""));
		assertThat(dependency.apiVisibility()).isEqualTo(ApiVisibility.PUBLIC);
		assertThat(dependency.backendFn()).isTrue();
		assertThat(dependency.types()).isEqualTo(DependencyTypes.FUNCTION);
		assertThat(dependency.connection()).isEqualTo("sse");
		assertThat(config.dependencies()).extracting(DependencyConfig::queue).containsOnly(true);
		ComponentConfig component = config.components().get(0);
		assertThat(component.props()).isEmpty();
		assertThat(component.skipApi()).isFalse();
		assertThat(component.apiInfo()).isNull();
	}

	@Test
	void nullsAreAbsent() {
		GradioConfig config = MAPPER.readValue("""
				{"protocol": null, "api_prefix": null, "dependencies": [{"types": null, "connection": null,
				"api_visibility": null}], "components": [{"id": 1, "props": null, "type": null}], "page": null,
				"connect_heartbeat": null, "stylesheets": null}""", GradioConfig.class);
		assertThat(config.protocol()).isEqualTo("ws");
		assertThat(config.apiPrefix()).isEmpty();
		assertThat(config.connectHeartbeat()).isTrue();
		assertThat(config.dependencies().get(0).types()).isEqualTo(DependencyTypes.FUNCTION);
		assertThat(config.components().get(0).props()).isEmpty();
		assertThat(config.page()).isEmpty();
	}

	@Test
	void visibilityOfEarlierReleases() {
		assertThat(visibility("{\"api_name\": false}")).isEqualTo(ApiVisibility.PRIVATE);
		assertThat(visibility("{\"api_name\": false, \"show_api\": false}")).isEqualTo(ApiVisibility.PRIVATE);
		assertThat(visibility("{\"show_api\": false, \"api_name\": false}")).isEqualTo(ApiVisibility.PRIVATE);
		assertThat(visibility("{\"api_name\": \"a\", \"show_api\": false}")).isEqualTo(ApiVisibility.UNDOCUMENTED);
		assertThat(visibility("{\"api_name\": \"a\", \"show_api\": true}")).isEqualTo(ApiVisibility.PUBLIC);
		assertThat(visibility("{\"api_visibility\": \"public\", \"show_api\": false}")).isEqualTo(ApiVisibility.PUBLIC);
		assertThat(visibility("{\"api_visibility\": \"private\"}")).isEqualTo(ApiVisibility.PRIVATE);
		assertThat(MAPPER.readValue("{\"api_name\": false}", DependencyConfig.class).apiName()).isNull();
		assertThat(MAPPER.readValue("{\"api_name\": \"a\"}", DependencyConfig.class).apiName()).isEqualTo("a");
	}

	@Test
	void scriptsAreTextsOrTrue() {
		assertThat(MAPPER.readValue("{\"js\": true}", DependencyConfig.class).js()).isEqualTo(BooleanNode.TRUE);
		assertThat(MAPPER.readValue("{\"js\": null}", DependencyConfig.class).js()).isNull();
		assertThat(MAPPER.readValue("{\"js\": \"() => 1\"}", GradioConfig.class).js())
			.isEqualTo(StringNode.valueOf("() => 1"));
	}

	@Test
	void layoutsMayHoldBareIds() {
		LayoutNode layout = MAPPER.readValue("{\"id\":1,\"children\":[2,{\"id\":3,\"children\":[]}]}",
				LayoutNode.class);
		assertThat(layout).isEqualTo(new LayoutNode(1, List.of(LayoutNode.leaf(2), new LayoutNode(3, List.of()))));
		assertThat(MAPPER.writeValueAsString(layout))
			.isEqualTo("{\"id\":1,\"children\":[{\"id\":2},{\"id\":3,\"children\":[]}]}");
	}

	@Test
	void linksMayBePairs() {
		assertThat(MAPPER.readValue("[\"second\",\"Second\"]", PageLink.class))
			.isEqualTo(new PageLink("second", "Second", true));
		assertThat(MAPPER.readValue("[\"\",\"Home\",false,1]", PageLink.class))
			.isEqualTo(new PageLink("", "Home", false));
		assertThat(MAPPER.writeValueAsString(new PageLink("", "Home", false))).isEqualTo("[\"\",\"Home\",false]");
	}

	@Test
	void targetsMayLackTheComponent() {
		assertThat(MAPPER.readValue("[null,\"then\"]", Target.class)).isEqualTo(new Target(null, "then"));
		assertThat(MAPPER.writeValueAsString(new Target(null, "then"))).isEqualTo("[null,\"then\"]");
		assertThat(MAPPER.writeValueAsString(new Target(1, "click"))).isEqualTo("[1,\"click\"]");
	}

	@Test
	void builtDocumentHasTheKeysOfARecordedOne() {
		GradioConfig config = GradioConfig.builder()
			.version(GradioProtocol.GRADIO_VERSION)
			.apiPrefix(GradioProtocol.API_PREFIX)
			.protocol(GradioProtocol.PROTOCOL)
			.appId(BigInteger.TEN)
			.components(List.of(ComponentConfig.builder()
				.id(1)
				.type("button")
				.props(Map.of("name", StringNode.valueOf("button")))
				.skipApi(true)
				.componentClassId("c")
				.build()))
			.dependencies(List.of(DependencyConfig.builder().id(0).apiName("a").build()))
			.layout(new LayoutNode(0, List.of(LayoutNode.leaf(1))))
			.page(Map.of("", new PageConfig(new LayoutNode(0, List.of(LayoutNode.leaf(1))), List.of(1), List.of(0))))
			.pages(List.of(new PageLink("", "Home", true)))
			.root("http://localhost:7860")
			.build();
		JsonNode recorded = Recording.load("config_interface").bodies(200).get(0);
		JsonNode written = MAPPER.valueToTree(config);
		assertThat(written.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
		assertThat(written.get("components").get(0).propertyNames()).containsExactly("id", "type", "props", "skip_api",
				"component_class_id", "key");
		assertThat(written.get("dependencies").get(0).propertyNames())
			.containsExactlyElementsOf(recorded.get("dependencies").get(0).propertyNames());
		assertThat(MAPPER.treeToValue(written, GradioConfig.class)).isEqualTo(config);
	}

	private static ApiVisibility visibility(String json) {
		return MAPPER.readValue(json, DependencyConfig.class).apiVisibility();
	}

}
