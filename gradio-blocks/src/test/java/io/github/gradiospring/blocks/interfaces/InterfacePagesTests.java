package io.github.gradiospring.blocks.interfaces;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.config.LayoutNode;
import io.github.gradiospring.protocol.config.PageConfig;
import io.github.gradiospring.protocol.config.PageLink;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.GradioState;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import io.github.gradiospring.server.endpoint.StateValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InterfacePagesTests {

	static class Several {

		@GradioEndpoint
		String one(String text) {
			return text;
		}

		@GradioEndpoint
		@GradioInterface(title = "The second")
		String two(String text) {
			return text;
		}

		@GradioEndpoint
		@GradioInterface(tab = "3rd")
		String three(String text) {
			return text;
		}

		@GradioEndpoint
		@GradioInterface(visible = false)
		String hidden(String text) {
			return text;
		}

		@GradioEndpoint(visibility = ApiVisibility.UNDOCUMENTED)
		String undocumented(String text) {
			return text;
		}

	}

	static class Counter {

		@GradioEndpoint
		int count(int step, @GradioState StateValue<Integer> sum) {
			return step;
		}

		@GradioEndpoint
		int reset(@GradioState StateValue<Integer> sum) {
			return 0;
		}

	}

	record Shortened(@GradioOutput(description = "The start") String start) {
	}

	static class Described {

		@GradioEndpoint
		Shortened shorten(@GradioParam(description = "All of it") String text,
				@GradioParam(description = "Not read") Path file) {
			return new Shortened(text.substring(0, 1));
		}

	}

	static class Watched {

		@GradioEndpoint(chunkedInput = true)
		BufferedImage watch(BufferedImage camera, String title) {
			return camera;
		}

	}

	static class WrongExample {

		@GradioEndpoint
		@GradioInterface(examples = @GradioExample({ "x", "three" }))
		String repeat(String text, int times) {
			return text.repeat(times);
		}

	}

	static class LongExample {

		@GradioEndpoint
		@GradioInterface(examples = @GradioExample({ "x", "y" }))
		String echo(String text) {
			return text;
		}

	}

	static class WrongAdditional {

		@GradioEndpoint
		@GradioInterface(additionalInputs = "temperature")
		String echo(String text) {
			return text;
		}

	}

	static class WrongUnified {

		@GradioEndpoint
		@GradioInterface(unified = true)
		String join(String a, String b) {
			return a + b;
		}

	}

	static class PartialExamples {

		@GradioEndpoint
		@GradioInterface(examples = { @GradioExample({ "x", "3" }), @GradioExample(value = "y", label = "just y") })
		String repeat(String text, int times) {
			return text.repeat(times);
		}

	}

	@Test
	void severalAreTabs() {
		RenderedApp app = RenderedApp.of(Several.class);
		assertThat(app.config.mode()).isEqualTo("tabbed_interface");
		assertThat(app.tree().get(0)).isEqualTo("tabs");
		assertThat(app.tree().get(1)).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
			.filteredOn(String.class::isInstance)
			.containsExactly("tabitem one", "tabitem The second", "tabitem 3rd");
	}

	@Test
	void interfacesOnPagesOfTheirOwn() {
		RenderedApp app = RenderedApp.of(InterfacePages.builder()
			.add(Interface.builder("two").page("more-tools").build())
			.add(Interface.builder("three").page("more-tools").build())
			.build(), Several.class);
		assertThat(app.config.pages()).extracting(PageLink::path).containsExactly("", "more-tools");
		assertThat(app.config.pages()).extracting(PageLink::name).containsExactly("Home", "More tools");
		PageConfig home = app.config.page().get("");
		PageConfig tools = app.config.page().get("more-tools");
		assertThat(home.dependencies()).contains(app.dependency("one").id())
			.doesNotContainAnyElementsOf(tools.dependencies());
		assertThat(tools.dependencies()).contains(app.dependency("two").id(), app.dependency("three_clear").id());
		assertThat(tools.components()).containsAll(app.dependency("three").inputs())
			.doesNotContainAnyElementsOf(home.components());
		assertThatIllegalArgumentException().isThrownBy(() -> Interface.builder("two").page("a/b").build());
	}

	@Test
	void endpointsWithoutAnInterfaceKeepTheirComponents() {
		RenderedApp app = RenderedApp.of(Several.class);
		for (String name : List.of("hidden", "undocumented")) {
			assertThat(app.dependency(name).targets()).singleElement()
				.satisfies((target) -> assertThat(app.texts(List.of(target.componentId())))
					.containsExactly("button " + name));
			assertThat(app.texts(app.dependency(name).inputs())).containsExactly("textbox text");
			assertThat(app.config.page().get("").components()).containsAll(app.dependency(name).inputs());
		}
		assertThat(app.config.page().get("").dependencies()).hasSameSizeAs(app.config.dependencies());
	}

	/** Python's {@code gr.load} builds the page from the layout. */
	@Test
	void allComponentsAreInTheLayout() {
		RenderedApp app = RenderedApp.of(Several.class, Counter.class);
		List<Integer> drawn = new ArrayList<>();
		addIds(app.layout(), drawn);
		assertThat(drawn).doesNotHaveDuplicates().containsAll(app.components.keySet());
	}

	/** The frontend waits for all visible components before it is ready. */
	@Test
	void whatNoInterfaceShowsIsNotVisible() {
		RenderedApp app = RenderedApp.of(Several.class);
		assertThat(app.dependency("hidden").inputs())
			.allMatch((id) -> !app.components.get(id).props().get("visible").booleanValue());
		assertThat(app.dependency("one").inputs())
			.allMatch((id) -> app.components.get(id).props().get("visible").booleanValue());
	}

	private static void addIds(LayoutNode node, List<Integer> ids) {
		ids.add(node.id());
		if (node.children() != null) {
			node.children().forEach((child) -> addIds(child, ids));
		}
	}

	@Test
	void endpointsOfThePageAreNotForCallers() {
		RenderedApp app = RenderedApp.of(Demos.Calculator.class);
		assertThat(app.registry.endpoints().stream().filter((it) -> it.visibility() == ApiVisibility.PUBLIC))
			.extracting(Endpoint::name)
			.containsExactly("calc");
	}

	@Test
	void theStateOfASessionIsShared() {
		RenderedApp app = RenderedApp.of(Counter.class);
		Integer state = app.dependency("count").inputs().get(1);
		assertThat(app.components.get(state).type()).isEqualTo("state");
		assertThat(app.dependency("reset").inputs()).containsExactly(state);
		assertThat(app.dependency("count").outputs()).contains(state);
	}

	@Test
	void settingsInCodeWin() {
		InterfacePages pages = InterfacePages.builder()
			.add(Interface.builder("/calc").title("Other").flagging(FlaggingMode.NEVER).build())
			.build();
		RenderedApp app = RenderedApp.of(pages, Demos.Calculator.class);
		assertThat(app.config.title()).isEqualTo("Other");
		assertThat(app.config.components()).noneMatch((component) -> component.type().equals("dataset"));
		assertThat(app.registry.find("calc_flag")).isEmpty();
	}

	@Test
	void settingsWithoutAnEndpointAreWrong() {
		InterfacePages pages = InterfacePages.builder().add(Interface.builder("gret").build()).build();
		assertThatIllegalArgumentException().isThrownBy(() -> RenderedApp.of(pages, Demos.Greeter.class))
			.withMessageContaining("gret");
	}

	@Test
	void anExampleThatDoesNotFitIsWrong() {
		assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> RenderedApp.of(WrongExample.class))
			.withMessageContaining("'three'")
			.withMessageContaining("'times'")
			.withMessageContaining("repeat(String, int)");
		assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> RenderedApp.of(LongExample.class))
			.withMessageContaining("2 values");
	}

	@Test
	void inputsThatDoNotExistAreWrong() {
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> RenderedApp.of(WrongAdditional.class))
			.withMessageContaining("temperature")
			.withMessageContaining("[text]");
		assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> RenderedApp.of(WrongUnified.class))
			.withMessageContaining("2 inputs and 1 outputs");
	}

	@Test
	void theThemeIsInTheDocument() {
		RenderedApp app = RenderedApp.of(Demos.Greeter.class);
		assertThat(app.config.themeHash()).isNotBlank();
		assertThat(app.pages.themeCss()).contains("--body-background-fill");
		assertThat(app.config.bodyCss()).containsKeys("body_background_fill", "body_text_color_dark");
	}

	@Test
	void anExampleFillsTheInputsThatItHas() {
		RenderedApp app = RenderedApp.of(PartialExamples.class);
		verify(app, "repeat_example", List.of("0"), "\"x\"", "3");
		verify(app, "repeat_example", List.of("1"), "\"y\"", "{\"__type__\": \"update\"}");
		StepVerifier.create(call(app, "repeat_example", List.of("2"))).expectError(GradioException.class).verify();
		Map<String, JsonNode> dataset = app.config.components()
			.stream()
			.filter((component) -> component.type().equals("dataset"))
			.findFirst()
			.orElseThrow()
			.props();
		assertThat(dataset.get("sample_labels")).isEqualTo(json("[\"x, 3\", \"just y\"]"));
		assertThat(dataset.get("samples")).isEqualTo(json("[[\"x\", 3], [\"y\"]]"));
	}

	@Test
	void clearingGivesTheFirstValuesAgain() {
		RenderedApp app = RenderedApp.of(Demos.Greeter.class);
		assertThat(app.texts(app.dependency("greet_clear").outputs())).containsExactly("textbox name",
				"slider intensity", "textbox output", "button Flag");
		verify(app, "greet_clear", List.of(), "null", "0", "null",
				"{\"__type__\": \"update\", \"value\": \"Flag\", \"interactive\": true}");
	}

	@Test
	void aStreamShowsAButtonThatStopsIt() {
		RenderedApp app = RenderedApp.of(Demos.Stream.class);
		verify(app, "stream_begin", List.of(), "{\"__type__\": \"update\", \"visible\": false}",
				"{\"__type__\": \"update\", \"visible\": true}");
		verify(app, "stream_end", List.of(), "{\"__type__\": \"update\", \"visible\": true}",
				"{\"__type__\": \"update\", \"visible\": false}");
		assertThat(app.dependency("stream").triggerAfter()).isEqualTo(app.dependency("stream_begin").id());
		assertThat(app.dependency("stream_end").triggerAfter()).isEqualTo(app.dependency("stream").id());
		assertThat(app.dependency("stream_stop").cancels()).containsExactly(app.dependency("stream").id());
	}

	@Test
	void aFlaggedResultReachesTheCallback() {
		List<FlaggedResult> flagged = new ArrayList<>();
		InterfacePages pages = InterfacePages.builder().flagging(flagged::add).worker(Schedulers.immediate()).build();
		RenderedApp app = RenderedApp.of(pages, Demos.FlagOptions.class);
		verify(app, "more_flag_1", List.of("\"a\"", "\"a.\""),
				"{\"__type__\": \"update\", \"value\": \"✓ Flagged\", \"interactive\": false}");
		assertThat(flagged).singleElement().satisfies((result) -> {
			assertThat(result.endpoint()).isEqualTo("more");
			assertThat(result.option()).isEqualTo("rude");
			assertThat(result.values()).containsExactly(Map.entry("text", json("\"a\"")),
					Map.entry("output", json("\"a.\"")));
			assertThat(result.username()).isNull();
		});
	}

	@Test
	void aFlagButtonSaysSoAndCanBePressedAgain() {
		RenderedApp app = RenderedApp.of(Demos.FlagOptions.class);
		assertThat(app.dependency("more_flagged_1").triggerAfter()).isEqualTo(app.dependency("more_flag_1").id());
		assertThat(app.dependency("more_flagged_1").triggerOnlyOnSuccess()).isTrue();
		StepVerifier.withVirtualTime(() -> call(app, "more_flagged_1", List.of()))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(800))
			.expectNext(List.of(json("{\"__type__\": \"update\", \"value\": \"Flag as rude\", \"interactive\": true}")))
			.verifyComplete();
	}

	@Test
	void descriptionsAreShownWhereThereIsAPlaceForThem() {
		RenderedApp app = RenderedApp.of(Described.class);
		DependencyConfig shorten = app.dependency("shorten");
		assertThat(app.components.get(shorten.inputs().get(0)).props().get("info")).isEqualTo(json("\"All of it\""));
		assertThat(app.components.get(shorten.inputs().get(1)).props()).doesNotContainKey("info");
		assertThat(app.components.get(shorten.outputs().get(0)).props().get("info")).isEqualTo(json("\"The start\""));
	}

	@Test
	void inputsOfACallThatStaysOpenAreStreamed() {
		RenderedApp app = RenderedApp.of(Watched.class);
		DependencyConfig watch = app.dependency("watch");
		assertThat(app.components.get(watch.inputs().get(0)).props().get("streaming")).isEqualTo(json("true"));
		assertThat(app.components.get(watch.inputs().get(1)).props()).doesNotContainKey("streaming");
		assertThat(app.components.get(watch.outputs().get(0)).props().get("streaming")).isEqualTo(json("false"));
	}

	@Test
	void aCallbackThatFailsIsAnError() {
		InterfacePages pages = InterfacePages.builder().flagging((result) -> {
			throw new IllegalStateException("disk full");
		}).worker(Schedulers.immediate()).build();
		RenderedApp app = RenderedApp.of(pages, Demos.NeverFlag.class, Demos.Greeter.class);
		StepVerifier.create(call(app, "greet_flag", List.of("\"a\"", "1", "\"b\"")))
			.expectErrorMessage("disk full")
			.verify();
		assertThat(app.registry.find("more_flag")).isEmpty();
	}

	private static reactor.core.publisher.Flux<List<@Nullable Object>> call(RenderedApp app, String name,
			List<String> arguments) {
		List<@Nullable Object> values = new ArrayList<>();
		arguments.forEach((argument) -> values.add(json(argument)));
		GradioRequest request = new GradioRequest(HttpHeaders.EMPTY, new LinkedMultiValueMap<>(), "s", null,
				"http://localhost", null);
		return reactor.core.publisher.Flux.defer(() -> app.registry.find(name)
			.orElseThrow()
			.function()
			.call(new EndpointCall(values, Map.of(), "e", request, null, null)));
	}

	private static void verify(RenderedApp app, String name, List<String> arguments, String... expected) {
		StepVerifier.create(call(app, name, arguments)).assertNext((row) -> {
			List<JsonNode> values = new ArrayList<>();
			for (String value : expected) {
				values.add(json(value));
			}
			assertThat(row).isEqualTo(values);
		}).verifyComplete();
	}

	private static JsonNode json(String text) {
		return GradioProtocol.jsonMapper().readTree(text);
	}

}
