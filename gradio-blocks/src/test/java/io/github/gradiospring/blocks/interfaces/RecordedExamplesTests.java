package io.github.gradiospring.blocks.interfaces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.gradiospring.blocks.annotation.ExampleCache;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.server.annotation.Audio;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.Image;
import io.github.gradiospring.server.annotation.Video;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Examples beside those that real Gradio 6.31 rendered from the same demo in Python. */
class RecordedExamplesTests {

	/** What is not compared, and why. */
	private static final Map<String, String> EXPLAINED = Map.of("component_ids", "compared by the events", "samples",
			"compared apart: Java knows that 3 is a number, where Python keeps the text of the file");

	private static JsonNode recorded;

	@TempDir
	Path folder;

	static class Texts {

		@GradioEndpoint
		String more(String text) {
			return text + ".";
		}

		@GradioEndpoint
		Flux<String> stream(String text) {
			return Flux.just(text);
		}

		@GradioEndpoint
		String chat(String message, @Nullable String system) {
			return message;
		}

	}

	static class FileInputs {

		@GradioEndpoint
		String look(@Image Path picture) {
			return "x";
		}

		@GradioEndpoint
		String times(@Image Path picture, double times) {
			return "x";
		}

		@GradioEndpoint
		String keep(Path file) {
			return "x";
		}

		@GradioEndpoint
		String listen(@Audio Path file) {
			return "x";
		}

		@GradioEndpoint
		String watch(@Video Path file) {
			return "x";
		}

	}

	record Demo(String name, Class<?> bean, String endpoint, Function<Path, Interface.Builder> settings) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	@BeforeAll
	static void read() throws IOException {
		try (InputStream resource = RecordedExamplesTests.class.getResourceAsStream("recorded_examples.json")) {
			recorded = GradioProtocol.jsonMapper().readTree(resource);
		}
	}

	static Stream<Demo> demos() {
		return Stream.of(
				new Demo("eager", Texts.class, "more",
						(path) -> texts("more").example("b").cacheExamples(ExampleCache.EAGER)),
				new Demo("lazy", Texts.class, "more",
						(path) -> texts("more").example("b").cacheExamples(ExampleCache.LAZY)),
				new Demo("streamed", Texts.class, "stream",
						(path) -> texts("stream").example("b").cacheExamples(ExampleCache.LAZY)),
				new Demo("partial", Texts.class, "chat", (path) -> texts("chat").example("b")),
				new Demo("pictures", FileInputs.class, "look",
						(path) -> Interface.builder("look").examplesDirectory("file:" + path.resolve("pics"))),
				new Demo("logged", FileInputs.class, "times",
						(path) -> Interface.builder("times").examplesDirectory("file:" + path.resolve("logged"))),
				new Demo("file", FileInputs.class, "keep",
						(path) -> Interface.builder("keep").exampleValues(path.resolve("pics/a.png"))),
				new Demo("audio", FileInputs.class, "listen",
						(path) -> Interface.builder("listen").exampleValues(path.resolve("pics/a.png"))),
				new Demo("video", FileInputs.class, "watch",
						(path) -> Interface.builder("watch").exampleValues(path.resolve("pics/a.png"))));
	}

	private static Interface.Builder texts(String endpoint) {
		return Interface.builder(endpoint).example("a");
	}

	private ExampleApp app(Demo demo) throws IOException {
		for (String name : List.of("pics/a.png", "pics/b.png", "logged/red.png", "logged/blue.png")) {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			Files.writeString(file, name);
		}
		Files.writeString(this.folder.resolve("logged/log.csv"),
				"picture,times,output\nred.png,3,old\nblue.png,4,\"old, too\"\n");
		return ExampleApp.of(this.folder, demo.bean(), demo.settings().apply(this.folder).build());
	}

	@ParameterizedTest
	@MethodSource("demos")
	void looksAsInGradio(Demo demo) throws IOException {
		JsonNode theirs = recorded.path(demo.name()).path("dataset");
		try (ExampleApp app = app(demo)) {
			ObjectNode ours = GradioProtocol.jsonMapper().createObjectNode();
			app.dataset().forEach(ours::set);
			ours.set("component_props", pluck(ours.path("component_props"), "label"));
			ours.set("components", pluck(ours.path("components"), "name"));
			Set<String> names = new LinkedHashSet<>(theirs.propertyNames());
			names.addAll(ours.propertyNames());
			names.removeAll(EXPLAINED.keySet());
			assertThat(names).allSatisfy((name) -> assertThat(ours.get(name)).isEqualTo(theirs.get(name)));
			assertThat(samples(shown(app, demo))).isEqualTo(samples(theirs.path("samples")));
		}
	}

	private static JsonNode pluck(JsonNode list, String property) {
		return GradioProtocol.jsonMapper()
			.valueToTree(list.valueStream().map((element) -> element.path(property)).toList());
	}

	/** The samples that the page has once it is open. */
	private static JsonNode shown(ExampleApp app, Demo demo) {
		String files = demo.endpoint() + "_example_files";
		return app.app.registry.find(files).isPresent() ? app.call(files).blockLast().get(0).path("samples")
				: app.dataset().get("samples");
	}

	/** The texts, and of files what does not depend on the server. */
	private static List<List<String>> samples(JsonNode samples) {
		List<List<String>> rows = new ArrayList<>();
		for (JsonNode sample : samples) {
			rows.add(sample.valueStream().map(RecordedExamplesTests::text).toList());
		}
		return rows;
	}

	private static String text(JsonNode value) {
		if (!value.isObject()) {
			return value.asString();
		}
		String url = value.path("url").asString();
		assertThat(url).endsWith("/gradio_api/file=" + value.path("path").asString());
		return value.path("orig_name").asString() + value.path("is_stream") + value.path("meta");
	}

	@ParameterizedTest
	@MethodSource("demos")
	void worksAsInGradio(Demo demo) throws IOException {
		List<JsonNode> chosen = new ArrayList<>();
		Set<String> loaded = new LinkedHashSet<>();
		for (JsonNode event : recorded.path(demo.name()).path("events")) {
			if (event.path("target").path(1).asString().equals("load")) {
				event.path("outputs").forEach((output) -> loaded.add(output.asString()));
			}
			else {
				chosen.add(event);
			}
		}
		try (ExampleApp app = app(demo)) {
			String name = demo.endpoint() + "_example";
			assertThat(event(app.app, name, null)).isEqualTo(chosen.get(0));
			assertThat(app.app.registry.find(name + "_output").isPresent()).isEqualTo(chosen.size() > 1);
			if (chosen.size() > 1) {
				ObjectNode expected = chosen.get(1).deepCopy().asObject();
				// Gradio waits for the end where we show each value
				expected.put("generator", demo.name().equals("streamed"));
				assertThat(event(app.app, name + "_output", 0)).isEqualTo(expected);
				assertThat(app.app.dependency(name + "_output").triggerAfter())
					.isEqualTo(app.app.dependency(name).id());
			}
			// one call here, two there
			Set<String> ours = app.app.registry.find(name + "_first").isPresent()
					? new LinkedHashSet<>(app.app.texts(app.app.dependency(name + "_first").outputs())) : Set.of();
			assertThat(ours).isEqualTo(loaded);
		}
	}

	private static JsonNode event(RenderedApp app, String name, @Nullable Integer after) {
		DependencyConfig dependency = app.dependency(name);
		ObjectNode event = GradioProtocol.jsonMapper().createObjectNode();
		Integer target = dependency.targets().get(0).componentId();
		event.putArray("target")
			.add((target != null) ? app.components.get(target).type() : "page")
			.add(dependency.targets().get(0).event());
		event.set("inputs", texts(app, dependency.inputs()));
		event.set("outputs", texts(app, dependency.outputs()));
		event.put("queue", dependency.queue());
		event.put("show_progress", dependency.showProgress());
		event.put("generator", dependency.types().generator());
		event.put("after", after);
		event.put("trigger_only_on_success", dependency.triggerOnlyOnSuccess());
		event.put("api_visibility", dependency.apiVisibility().name().toLowerCase(Locale.ROOT));
		event.put("trigger_mode", dependency.triggerMode());
		return event;
	}

	private static JsonNode texts(RenderedApp app, List<Integer> ids) {
		return GradioProtocol.jsonMapper().valueToTree(app.texts(ids).stream().map(String::strip).toList());
	}

}
