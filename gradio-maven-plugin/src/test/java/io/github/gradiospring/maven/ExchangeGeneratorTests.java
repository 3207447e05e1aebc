package io.github.gradiospring.maven;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gradiospring.client.exchange.GradioExchange;
import io.github.gradiospring.maven.ExchangeGenerator.Result;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.PythonType;
import io.github.gradiospring.protocol.info.ReturnInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

/** Tests for {@link ExchangeGenerator}. */
class ExchangeGeneratorTests {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	@TempDir
	private Path directory;

	static List<String> recordings() {
		return InfoDocuments.NAMES;
	}

	@ParameterizedTest
	@MethodSource("recordings")
	void compilesAndFitsTheApp(String recording) {
		for (ApiInfo info : InfoDocuments.all(recording)) {
			Result result = new ExchangeGenerator("com.example", "Tools", "tools").generate(info);
			assertThat(result.skipped()).isEmpty();
			Class<?> type = SourceCompiler.compile("com.example.Tools", result.source(), this.directory);
			assertThat(type.getAnnotation(GradioExchange.class).client()).isEqualTo("tools");
			KnownApp.verify(type, info);
		}
	}

	@ParameterizedTest
	@MethodSource("recordings")
	void isDeterministic(String recording) {
		String source = new ExchangeGenerator("com.example", "Tools", null).generate(InfoDocuments.first(recording))
			.source();
		assertThat(
				new ExchangeGenerator("com.example", "Tools", null).generate(InfoDocuments.first(recording)).source())
			.isEqualTo(source);
	}

	@Test
	void looksLikeThis() throws IOException {
		ApiInfo main = InfoDocuments.first("info_fixtures_main");
		Map<String, EndpointInfo> some = new LinkedHashMap<>();
		for (String name : List.of("/calculator_defaults", "/greet", "/swap", "/no_output", "/file_io",
				"/stream_chat")) {
			some.put(name, main.namedEndpoints().get(name));
		}
		String source = new ExchangeGenerator("com.example.tools", "Fixtures", "fixtures").generate(ApiInfo.of(some))
			.source();
		try (InputStream golden = getClass().getResourceAsStream("/golden/Fixtures.java.txt")) {
			assertThat(source).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	@Test
	void makesLegalNamesOfAnyText() {
		List<String> nasty = List.of("class", "1st", "größe", "a-b", "a b", "a_b", "A_B",
				"*/ @x {@link} \\u000a $L $S <b>", "\"quoted\"", "日本語", "true", "_", "get class", "hash-code", "verify",
				"to_string", "record", "", "x\ny");
		List<ParameterInfo> parameters = nasty.stream()
			.filter((name) -> !name.isBlank())
			.map((name) -> new ParameterInfo(name, name, name.length() % 2 == 0, JSON.stringNode(name), choices(nasty),
					new PythonType("str", name), "Radio", null))
			.toList();
		List<ReturnInfo> returns = nasty.stream()
			.map((name) -> new ReturnInfo(name, choices(nasty), new PythonType("str", name), "Textbox"))
			.toList();
		Map<String, EndpointInfo> endpoints = new LinkedHashMap<>();
		nasty.forEach((name) -> endpoints.put("/" + name,
				new EndpointInfo(parameters, returns, ApiVisibility.PUBLIC, name, null, null)));
		ApiInfo info = ApiInfo.of(endpoints);
		Class<?> type = SourceCompiler.compile("com.example.Tools",
				new ExchangeGenerator("com.example", "Tools", "\"$S").generate(info).source(), this.directory);
		assertThat(type.getAnnotation(GradioExchange.class).client()).isEqualTo("\"$S");
		KnownApp.verify(type, info);
	}

	private static JsonNode choices(List<String> values) {
		var choices = JSON.objectNode().put("type", "string").put("description", "*/ $L @x");
		values.forEach(choices.withArray("enum")::add);
		return choices;
	}

	@Test
	void writesChoicesAsTheAppKnowsThem() throws ReflectiveOperationException {
		ApiInfo info = InfoDocuments.first("info_fixtures_main");
		Class<?> type = SourceCompiler.compile("com.example.Tools",
				new ExchangeGenerator("com.example", "Tools", null).generate(info).source(), this.directory);
		Class<?> operation = Class.forName("com.example.Tools$CalculatorOperation", false, type.getClassLoader());
		assertThat(Stream.of(operation.getEnumConstants()).map(GradioProtocol.jsonMapper()::writeValueAsString))
			.containsExactly("\"add\"", "\"subtract\"", "\"multiply\"", "\"divide\"");
	}

	@Test
	void hasAMethodWithoutWhatHasADefault() {
		Class<?> type = SourceCompiler.compile("com.example.Tools",
				new ExchangeGenerator("com.example", "Tools", null).generate(InfoDocuments.first("info_interface"))
					.source(),
				this.directory);
		assertThat(Stream.of(type.getMethods()).filter((method) -> method.getName().equals("predict")))
			.extracting(Method::getParameterCount, Method::isDefault)
			.containsExactlyInAnyOrder(tuple(2, false), tuple(1, true));
	}

	@Test
	void leavesOutWhatCannotBeCalledByName() {
		ApiInfo info = InfoDocuments.parse("""
				{"named_endpoints": {
				  "/nameless": {"parameters": [{"parameter_name": "", "type": {"type": "string"}}], "returns": []},
				  "/twins": {"parameters": [{"parameter_name": "a", "type": {}}, {"parameter_name": "a", "type": {}}]},
				  "/huge": {"parameters": [%s]},
				  "/fine": {"parameters": []}
				}, "unnamed_endpoints": {}}""".formatted(String.join(",",
				Stream.iterate(0, (i) -> i + 1)
					.limit(121)
					.map((i) -> "{\"parameter_name\": \"p%d\", \"type\": {\"type\": \"number\"}}".formatted(i))
					.toList())));
		Result result = new ExchangeGenerator("com.example", "Tools", null).generate(info);
		assertThat(result.skipped()).containsExactly("/nameless", "/twins", "/huge");
		assertThat(result.source()).contains("Mono<Void> fine()");
	}

	@Test
	void survivesSchemasThatGoRound() {
		ApiInfo info = InfoDocuments.parse("""
				{"named_endpoints": {"/round": {"parameters": [{"parameter_name": "a", "type":
				  {"$defs": {"x": {"$ref": "#/$defs/x"}}, "$ref": "#/$defs/x"}}], "returns": []}}}""");
		assertThat(new ExchangeGenerator("com.example", "Tools", null).generate(info).source())
			.contains("round(JsonNode a)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "com.class", "com..example", "1com" })
	void refusesWhatIsNoPackage(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ExchangeGenerator(name, "Tools", null))
			.withMessageContaining("'" + name + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "class", "a.B", "../Tools" })
	void refusesWhatIsNoInterface(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ExchangeGenerator("com.example", name, null))
			.withMessageContaining("'" + name + "'");
	}

}
