package io.github.gradiospring.blocks.interfaces;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.LayoutNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interfaces beside those that real Gradio 6.31 rendered from the same demo in Python.
 */
class RecordedInterfaceTests {

	/** What differs, by type and property, and why. */
	private static final Map<String, String> EXPLAINED = Map.ofEntries(
			Map.entry("textbox.label", "Java knows the names of parameters everywhere, Python not for \"text\""),
			Map.entry("number.step", "Gradio leaves the default of the browser"),
			Map.entry("number.precision", "not in Python's demos"),
			Map.entry("button.api_visibility", "of Gradio's class for the button that clears"),
			Map.entry("dataset.component_ids", "compared by the events"),
			Map.entry("dataset.components", "the class ids are those of Python's classes"),
			Map.entry("dataset.component_props", "without the properties that are null"));

	private static JsonNode recorded;

	@BeforeAll
	static void read() throws IOException {
		try (InputStream resource = RecordedInterfaceTests.class.getResourceAsStream("recorded.json")) {
			recorded = GradioProtocol.jsonMapper().readTree(resource);
		}
	}

	static Stream<Class<?>> demos() {
		return Stream.of(Demos.Greeter.class, Demos.Calculator.class, Demos.TwoOutputs.class, Demos.Stream.class,
				Demos.OutputOnly.class, Demos.InputOnly.class, Demos.Unified.class, Demos.Live.class,
				Demos.Additional.class, Demos.FlagOptions.class, Demos.NeverFlag.class, Demos.AutoFlag.class,
				Demos.Labels.class);
	}

	private static String name(Class<?> demo) {
		String name = demo.getSimpleName();
		return name.equals("TwoOutputs") ? "two" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	@ParameterizedTest
	@MethodSource("demos")
	void looksAsInGradio(Class<?> demo) {
		RenderedApp app = RenderedApp.of(demo);
		JsonNode theirs = recorded.path(name(demo));
		assertThat(app.config.mode()).isEqualTo(theirs.path("mode").asString());
		Comparison comparison = new Comparison(app);
		comparison.compare("", theirs.path("layout"), app.layout().children());
		assertThat(comparison.differences).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("demos")
	void worksAsInGradio(Class<?> demo) {
		RenderedApp app = RenderedApp.of(demo);
		JsonNode theirs = recorded.path(name(demo));
		Comparison comparison = new Comparison(app);
		comparison.compare("", theirs.path("layout"), app.layout().children());
		String endpoint = app.registry.endpoints().get(0).name();
		JsonNode expected = dependency(theirs, endpoint);
		DependencyConfig ours = app.dependency(endpoint);
		assertThat(comparison.targets(expected)).isEqualTo(targets(ours));
		assertThat(comparison.ids(expected.path("inputs"))).isEqualTo(ours.inputs());
		assertThat(comparison.ids(expected.path("outputs"))).isEqualTo(ours.outputs());
		assertThat(ours.scrollToOutput()).isEqualTo(expected.path("scroll_to_output").asBoolean());
		assertThat(ours.showProgress()).isEqualTo(expected.path("show_progress").asString());
		assertThat(ours.triggerMode()).isEqualTo(expected.path("trigger_mode").asString());
		assertThat(ours.types().generator()).isEqualTo(expected.path("types").path("generator").asBoolean());
		// the rest of the buttons do the same, in fewer calls
		Set<Integer> pressed = new LinkedHashSet<>();
		for (JsonNode dependency : theirs.path("dependencies")) {
			dependency.path("targets").forEach((target) -> {
				if (target.path(1).asString().equals("click")) {
					pressed.add(comparison.ids.get(target.path(0).asInt()));
				}
			});
		}
		assertThat(app.config.dependencies()
			.stream()
			.flatMap((dependency) -> dependency.targets().stream())
			.filter((target) -> target.event().equals("click"))
			.map((target) -> target.componentId())
			.distinct()).containsExactlyInAnyOrderElementsOf(pressed);
	}

	private static JsonNode dependency(JsonNode theirs, String name) {
		for (JsonNode dependency : theirs.path("dependencies")) {
			if (dependency.path("api_name").asString().equals(name)) {
				return dependency;
			}
		}
		throw new AssertionError("not recorded: " + name);
	}

	private static List<String> targets(DependencyConfig dependency) {
		return dependency.targets().stream().map((target) -> target.componentId() + " " + target.event()).toList();
	}

	/** Compares trees, and learns which id is which. */
	private static final class Comparison {

		private final RenderedApp app;

		private final List<String> differences = new ArrayList<>();

		private final Map<Integer, Integer> ids = new HashMap<>();

		Comparison(RenderedApp app) {
			this.app = app;
		}

		void compare(String path, JsonNode theirs, List<LayoutNode> ours) {
			List<String> types = new ArrayList<>();
			theirs.forEach((node) -> types.add(node.path("type").asString()));
			List<String> ownTypes = ours.stream().map((node) -> this.app.components.get(node.id()).type()).toList();
			if (!types.equals(ownTypes)) {
				this.differences.add(path + ": " + types + " but " + ownTypes);
				return;
			}
			for (int i = 0; i < ours.size(); i++) {
				JsonNode node = theirs.get(i);
				String at = path + "/" + types.get(i);
				this.ids.put(node.path("id").asInt(), ours.get(i).id());
				props(at, types.get(i), node.path("props"), this.app.components.get(ours.get(i).id()).props());
				List<LayoutNode> children = ours.get(i).children();
				if (children != null) {
					compare(at, node.path("children"), children);
				}
			}
		}

		private void props(String at, String type, JsonNode theirs, Map<String, JsonNode> ours) {
			Set<String> names = new LinkedHashSet<>(theirs.propertyNames());
			names.addAll(ours.keySet());
			for (String name : names) {
				JsonNode their = theirs.get(name);
				JsonNode our = ours.get(name);
				if (!EXPLAINED.containsKey(type + "." + name) && !equal(their, our)) {
					this.differences.add(at + "." + name + ": " + their + " but " + our);
				}
			}
		}

		private static boolean equal(JsonNode their, JsonNode our) {
			return (their != null)
					? their.equals((one, other) -> (one.isNumber() && other.isNumber())
							? Double.compare(one.doubleValue(), other.doubleValue()) : (one.equals(other) ? 0 : 1), our)
					: our == null;
		}

		List<String> targets(JsonNode dependency) {
			List<String> targets = new ArrayList<>();
			dependency.path("targets")
				.forEach((target) -> targets.add((target.path(0).isNull() ? null : this.ids.get(target.path(0).asInt()))
						+ " " + target.path(1).asString()));
			return targets;
		}

		List<Integer> ids(JsonNode list) {
			List<Integer> result = new ArrayList<>();
			list.forEach((id) -> result.add(this.ids.get(id.asInt())));
			return result;
		}

	}

}
